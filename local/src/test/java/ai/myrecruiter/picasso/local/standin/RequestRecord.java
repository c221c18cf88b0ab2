package ai.myrecruiter.picasso.local.standin;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Writes what may be known of a request: a log line of allow-listed fields, and the metrics in
 * embedded metric format. Nothing that a user typed or a client made up gets into either.
 */
final class RequestRecord {
  private static final String NAMESPACE = "Picasso/Chat";
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final Set<String> ACTIONS = Set.of("chat", "health_check");

  private final ObjectMapper json;

  RequestRecord(ObjectMapper json) {
    this.json = json;
  }

  void write(
      Context context,
      String method,
      String action,
      Reply reply,
      Instant start,
      Duration duration) {
    var log =
        json.createObjectNode()
            .put("timestamp", start.toString())
            .put("level", reply.status() >= 500 ? "ERROR" : "INFO")
            .put("event", "request")
            .put("requestId", context.getAwsRequestId())
            .put("function", context.getFunctionName())
            .put("version", context.getFunctionVersion())
            .put("method", METHODS.contains(method) ? method : "other")
            .put("action", ACTIONS.contains(action) ? action : "other")
            .put("status", reply.status())
            .put("errorCode", reply.errorCode())
            .put("durationMs", duration.toMillis());
    reply.defect().ifPresent(type -> log.put("defect", type));
    context.getLogger().log(log.toString());
    context.getLogger().log(metrics(context, reply, start).toString());
  }

  private ObjectNode metrics(Context context, Reply reply, Instant start) {
    boolean crossTenant = reply.errorCode().equals(ErrorCode.TENANT_MISMATCH.code());
    var line =
        json.createObjectNode()
            .put("FunctionName", context.getFunctionName())
            .put("Resource", resource(context.getInvokedFunctionArn()))
            .put("ExecutedVersion", context.getFunctionVersion())
            .put("Requests", 1)
            .put("ServerErrors", reply.status() >= 500 ? 1 : 0)
            .put("CrossTenantAttempts", crossTenant ? 1 : 0);
    var aws = line.putObject("_aws").put("Timestamp", start.toEpochMilli());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    var dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("FunctionName").add("Resource").add("ExecutedVersion");
    dimensions.addArray().add("FunctionName");
    var metrics = directive.putArray("Metrics");
    for (var name : new String[] {"Requests", "ServerErrors", "CrossTenantAttempts"}) {
      metrics.addObject().put("Name", name).put("Unit", "Count").put("StorageResolution", 1);
    }
    return line;
  }

  /** {@code name} or {@code name:alias}: what follows {@code :function:} in the ARN. */
  static String resource(String arn) {
    var marker = ":function:";
    int at = arn.indexOf(marker);
    return at < 0 ? arn : arn.substring(at + marker.length());
  }
}
