package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScheduleTypeTest {
  private static final String EVERY_MINUTE =
      """
      {'Name': 'watch', 'ScheduleExpression': 'rate(1 minute)', 'FlexibleTimeWindow': {'Mode': 'OFF'},
       'Target': {'Arn': 'arn:aws:lambda:us-east-1:000000000000:function:watch', 'Input': '{"alias":"live"}'}}
      """;
  private final TestLambda lambda = TestLambda.virtual(1);
  private final StagedType type =
      new ScheduleType(StageEventBridgeClient.of(lambda.loop, lambda.bus)).type();

  @AfterEach
  void close() {
    lambda.close();
  }

  @Test
  void callsItsTargetWithItsInputOnTime() {
    var inputs = new ArrayList<String>();
    lambda.bus.connect(
        "lambda",
        (arn, input) -> {
          inputs.add(input);
          return CompletableFuture.completedFuture("");
        });
    var made = One.resource(type, EVERY_MINUTE);
    assertThat(made.attributes().get("Arn")).endsWith(":schedule/default/watch");
    lambda.virtualLoop().runFor(Duration.ofSeconds(150));
    assertThat(inputs).isNotEmpty().hasSizeLessThan(4).containsOnly("{\"alias\":\"live\"}");
  }

  @Test
  void refusesAWindowInWhichItMightRunLater() {
    assertThatThrownBy(() -> One.resource(type, EVERY_MINUTE.replace("OFF", "FLEXIBLE")))
        .hasStackTraceContaining("FlexibleTimeWindow FLEXIBLE: the stage runs a schedule on time");
  }
}
