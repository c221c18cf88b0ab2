package ai.myrecruiter.picasso.local.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * An execution as it stands at one moment.
 *
 * @param arn of the execution
 * @param name of the execution
 * @param stateMachineArn of its machine
 * @param versionArn of the version it was started of, unless of the machine itself
 * @param aliasArn of the alias it was started by
 * @param status where it stands
 * @param startDate when it started
 * @param stopDate when it ended
 * @param input JSON, as it was given
 * @param output JSON, when it succeeded
 * @param error its name, when it failed, timed out or was stopped with one
 * @param cause what happened then
 */
public record Execution(
    String arn,
    String name,
    String stateMachineArn,
    Optional<String> versionArn,
    Optional<String> aliasArn,
    ExecutionStatus status,
    Instant startDate,
    Optional<Instant> stopDate,
    String input,
    Optional<String> output,
    Optional<String> error,
    Optional<String> cause) {
  /** One that starts now. */
  static Execution begun(
      String arn, String name, StateMachines.Target target, Instant now, String input) {
    return new Execution(
        arn,
        name,
        target.machine().arn(),
        target.version(),
        target.alias(),
        ExecutionStatus.RUNNING,
        now,
        Optional.empty(),
        input,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is over. */
  public boolean isOver() {
    return status != ExecutionStatus.RUNNING;
  }
}
