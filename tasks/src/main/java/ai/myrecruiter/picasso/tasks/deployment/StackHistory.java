package ai.myrecruiter.picasso.tasks.deployment;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The events of one execution, by the token that it was asked for with. */
public final class StackHistory {
  private static final int MOST_EVENTS = 2000;
  private static final String STACK = "AWS::CloudFormation::Stack";
  private final List<StackEvent> events;

  private StackHistory(List<StackEvent> events) {
    this.events = events;
  }

  /**
   * Events with a token, the latest first.
   *
   * @param stack name of the stack, or its ARN when it may be gone
   */
  public static StackHistory of(CloudFormationClient cloudFormation, String stack, String token) {
    return new StackHistory(
        cloudFormation
            .describeStackEventsPaginator(it -> it.stackName(stack))
            .stackEvents()
            .stream()
            .limit(MOST_EVENTS)
            .takeWhile(event -> belongs(event, token))
            .toList());
  }

  /**
   * The status that the stack took last by an execution, though others may have changed it since;
   * empty when it took none.
   */
  static Optional<String> lastStatus(
      CloudFormationClient cloudFormation, String stack, String token) {
    return cloudFormation
        .describeStackEventsPaginator(it -> it.stackName(stack))
        .stackEvents()
        .stream()
        .filter(event -> STACK.equals(event.resourceType()) && belongs(event, token))
        .map(StackEvent::resourceStatusAsString)
        .findFirst();
  }

  /** The token of a continued rollback, which is an operation of its own to CloudFormation. */
  public static String continuation(String token) {
    return token + "-continued";
  }

  private static boolean belongs(StackEvent event, String token) {
    var its = String.valueOf(event.clientRequestToken());
    return its.equals(token) || its.equals(continuation(token));
  }

  /** The events, the oldest first. */
  public List<StackEvent> events() {
    return events.reversed();
  }

  /** Whether CloudFormation has begun at all. */
  public boolean begun() {
    return !events.isEmpty();
  }

  /** Why a stack is as it is: what failed first, else what CloudFormation says of it. */
  public String reason(Stack stack) {
    return firstFailure()
        .or(() -> Optional.ofNullable(stack.stackStatusReason()))
        .orElseGet(stack::stackStatusAsString);
  }

  /** What failed first, which is what the rest failed for. */
  public Optional<String> firstFailure() {
    return events.reversed().stream()
        .filter(it -> it.resourceStatusAsString().endsWith("_FAILED"))
        .map(it ->
            "%s (%s) is %s: %s"
                .formatted(
                    it.logicalResourceId(),
                    it.resourceType(),
                    it.resourceStatusAsString(),
                    it.resourceStatusReason()))
        .findFirst();
  }
}
