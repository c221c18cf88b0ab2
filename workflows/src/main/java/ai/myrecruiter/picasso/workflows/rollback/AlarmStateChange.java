package ai.myrecruiter.picasso.workflows.rollback;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What matters in an EventBridge event "CloudWatch Alarm State Change".
 *
 * @param alarm full name of the alarm
 * @param state {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param reason CloudWatch's reason for the state
 * @param at when the event occurred
 */
public record AlarmStateChange(String alarm, String state, String reason, Instant at) {
  /**
   * Reads an event.
   *
   * @throws InvalidInput when it is not such an event
   */
  public static AlarmStateChange read(JsonNode event) {
    var type = event.path("detail-type").asText();
    InvalidInput.unless(
        type.equals("CloudWatch Alarm State Change"),
        "$.detail-type",
        type,
        "must be CloudWatch Alarm State Change",
        "correct the pattern of the EventBridge rule");
    return new AlarmStateChange(
        text(event, "/detail/alarmName"),
        text(event, "/detail/state/value"),
        event.at("/detail/state/reason").asText(""),
        instant(text(event, "/time")));
  }

  /** The trigger of a rollback; empty unless the alarm went off. */
  public Optional<RollbackTrigger.Alarm> trigger() {
    return state.equals("ALARM")
        ? Optional.of(new RollbackTrigger.Alarm(alarm, reason, Optional.of(at)))
        : Optional.empty();
  }

  private static String text(JsonNode event, String pointer) {
    var text = event.at(pointer).asText("");
    InvalidInput.unless(
        !text.isEmpty(),
        "$" + pointer.replace('/', '.'),
        "nothing",
        "must be there in an alarm's state change event",
        "pass the whole event on");
    return text;
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInput("$.time", text, "must be an ISO-8601 instant", "pass the event on");
    }
  }
}
