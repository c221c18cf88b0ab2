package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.constructs.Construct;

/** One page: is anything on, who is asked how much, how fast, and what went wrong. */
final class ServiceDashboard {
  private static final int HALF = 12;

  ServiceDashboard(
      Construct scope,
      EnvironmentSettings settings,
      Map<ServiceAlarm, IAlarm> alarms,
      SeverityAlarms severities) {
    var chat = new FunctionMetrics(settings.chatFunction());
    var streaming = new FunctionMetrics(settings.streamingFunction());
    var status = new ArrayList<>(severities.all());
    status.addAll(alarms.values());
    Dashboard.Builder.create(scope, "Dashboard")
        .dashboardName(settings.named("service"))
        .widgets(
            List.of(
                List.of(
                    AlarmStatusWidget.Builder.create()
                        .title("Alarms, by severity and each")
                        .alarms(status)
                        .width(2 * HALF)
                        .build()),
                List.of(
                    graph(
                        "Invocations through live",
                        chat.lambda("Invocations"),
                        streaming.lambda("Invocations")),
                    graph(
                        "Failed, in percent",
                        chat.errorPercent(),
                        chat.serverErrorPercent("chat_answered_"),
                        streaming.errorPercent("streaming_"),
                        streaming.serverErrorPercent("streaming_answered_"))),
                List.of(
                    graph(
                        "First token, p50 and p99",
                        streaming.payload("FirstTokenLatency", "p50", 60),
                        streaming.payload("FirstTokenLatency", "p99", 60)),
                    graph(
                        "Throttled by DynamoDB",
                        chat.payload("DynamoDbThrottles", Stats.SUM, 60),
                        streaming.payload("DynamoDbThrottles", Stats.SUM, 60))),
                List.of(
                    graph(
                        "Attempts on other tenants, and answers without a token",
                        chat.payload("CrossTenantAttempts", Stats.SUM, 60),
                        streaming.payload("CrossTenantAttempts", Stats.SUM, 60),
                        chat.payload("JwtBypasses", Stats.SUM, 60),
                        streaming.payload("JwtBypasses", Stats.SUM, 60)),
                    graph(
                        "Tokens issued and refused",
                        chat.payload("TokensIssued", Stats.SUM, 60),
                        chat.payload("TokensRejected", Stats.SUM, 60))),
                List.of(
                    graph(
                        "Failed calls of the model, and streams that ended badly",
                        chat.payload("ModelErrors", Stats.SUM, 60),
                        streaming.payload("ModelErrors", Stats.SUM, 60),
                        streaming.payload("StreamErrors", Stats.SUM, 60)),
                    graph(
                        "Summaries not written because redaction failed",
                        chat.payload("RedactionFailures", Stats.SUM, 60),
                        streaming.payload("RedactionFailures", Stats.SUM, 60)))))
        .build();
  }

  private static GraphWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create().title(title).left(List.of(metrics)).width(HALF).build();
  }
}
