package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.output.Wrapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Something that happened to a resource of a stack.
 *
 * @param at when
 * @param resource logical id
 * @param type such as {@code AWS::Lambda::Function}
 * @param status that it took
 * @param reason why, where CloudFormation says it
 */
record RecordedEvent(
    Instant at, String resource, String type, String status, Optional<String> reason) {
  private static final int LONGEST_REASON = 300;

  /** The event as CloudFormation tells it. */
  static RecordedEvent of(StackEvent event) {
    return new RecordedEvent(
        event.timestamp(),
        event.logicalResourceId(),
        event.resourceType(),
        event.resourceStatusAsString(),
        Optional.ofNullable(event.resourceStatusReason())
            .map(Wrapping::printable)
            .map(text -> Wrapping.cut(text, LONGEST_REASON)));
  }

  /** The event on one line: time, status, resource, reason. */
  String line() {
    return "%s  %-28s %s (%s)%s"
        .formatted(
            at.truncatedTo(ChronoUnit.SECONDS).toString().substring(11, 19),
            status,
            resource,
            type,
            reason.map(": "::concat).orElse(""));
  }
}
