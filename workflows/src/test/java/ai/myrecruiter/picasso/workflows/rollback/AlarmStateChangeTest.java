package ai.myrecruiter.picasso.workflows.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlarmStateChangeTest {
  private static final String EVENT =
      """
      {
        "version": "0",
        "id": "c4c1c1c9-6542-e61b-6ef0-8c4d36933a92",
        "detail-type": "CloudWatch Alarm State Change",
        "source": "aws.cloudwatch",
        "account": "000000000000",
        "time": "2026-11-02T08:00:30Z",
        "region": "us-east-1",
        "resources": ["arn:aws:cloudwatch:us-east-1:000000000000:alarm:picasso-staging-chat-errors"],
        "detail": {
          "alarmName": "picasso-staging-chat-errors",
          "configuration": {"metrics": []},
          "previousState": {"value": "OK", "timestamp": "2026-11-02T07:00:00.000+0000"},
          "state": {
            "value": "ALARM",
            "reason": "Threshold Crossed: 1 datapoint [3.0] was greater than the threshold (0.0).",
            "reasonData": "{}",
            "timestamp": "2026-11-02T08:00:29.123+0000"
          }
        }
      }
      """;

  @Test
  void makesATriggerOfAnAlarmThatWentOff() {
    var change = read(EVENT);
    assertThat(change.at()).isEqualTo(Instant.parse("2026-11-02T08:00:30Z"));
    assertThat(change.trigger())
        .contains(
            new RollbackTrigger.Alarm(
                "picasso-staging-chat-errors",
                "Threshold Crossed: 1 datapoint [3.0] was greater than the threshold (0.0).",
                Optional.of(Instant.parse("2026-11-02T08:00:30Z"))));
  }

  @Test
  void makesNoneOfAnAlarmThatRecovered() {
    for (var state : new String[] {"OK", "INSUFFICIENT_DATA"}) {
      assertThat(read(EVENT.replace("\"ALARM\"", "\"" + state + "\"")).trigger()).isEmpty();
    }
  }

  @Test
  void refusesOtherEvents() {
    refuses(EVENT.replace("Alarm State Change", "Alarm Configuration Change"), "$.detail-type");
    refuses(EVENT.replace("\"alarmName\"", "\"name\""), "$.detail.alarmName");
    refuses(EVENT.replace("\"state\"", "\"stat\""), "$.detail.state.value");
    refuses(EVENT.replace("2026-11-02T08:00:30Z", "today"), "$.time");
    refuses("{}", "$.detail-type");
  }

  private static AlarmStateChange read(String event) {
    return AlarmStateChange.read(Contracts.tree(event));
  }

  private static void refuses(String event, String path) {
    assertThatThrownBy(() -> read(event))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.findings().getFirst().path()).isEqualTo(path));
  }
}
