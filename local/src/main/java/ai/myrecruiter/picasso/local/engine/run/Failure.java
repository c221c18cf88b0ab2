package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * An error of a state.
 *
 * @param error its name; a Fail state may give none
 * @param cause what happened
 * @param alias another name to match it with
 */
record Failure(Optional<String> error, Optional<String> cause, Optional<String> alias) {
  static final String TIMEOUT = "States.Timeout";
  private static final String RUNTIME = "States.Runtime";
  private static final String DATA_LIMIT = "States.DataLimitExceeded";
  private static final int MAX_CAUSE = 32_768;

  static Failure of(Optional<String> error, Optional<String> cause) {
    return new Failure(error, cause.map(Failure::shortened), Optional.empty());
  }

  static Failure of(String error, String cause) {
    return of(Optional.of(error), Optional.of(cause));
  }

  /** A timeout; one of the heartbeat may be matched by its own name too. */
  static Failure timeout(boolean ofHeartbeat) {
    return new Failure(
        Optional.of(TIMEOUT),
        Optional.empty(),
        ofHeartbeat ? Optional.of("States.HeartbeatTimeout") : Optional.empty());
  }

  /** A result that is larger than a payload may be; {@code who} is a state or a service. */
  static Failure dataLimit(String who) {
    return of(
        DATA_LIMIT,
        "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
            .formatted(who));
  }

  /** What is wrong with the data of a state. */
  static Failure of(DataFailure failure, Visit visit) {
    return of(
        failure.error(),
        "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
            .formatted(visit.state().name(), visit.entered(), failure.problem()));
  }

  /** The same failure as the failure of a branch. */
  Failure ofBranch() {
    return new Failure(error, cause, Optional.of("States.BranchFailed"));
  }

  /** Whether one of the names of a retrier or catcher means this failure. */
  boolean matches(List<String> names) {
    return !isCalled(RUNTIME) && names.stream().anyMatch(this::matches);
  }

  private boolean matches(String name) {
    return switch (name) {
      case "States.ALL" -> !isCalled(DATA_LIMIT);
      case "States.TaskFailed" -> !isCalled(DATA_LIMIT) && !isCalled(TIMEOUT);
      default -> isCalled(name) || alias.filter(name::equals).isPresent();
    };
  }

  private boolean isCalled(String name) {
    return error.filter(name::equals).isPresent();
  }

  /** What a catcher passes on. */
  JsonNode output() {
    return Json.object().put("Error", error.orElse("")).put("Cause", cause.orElse(""));
  }

  private static String shortened(String cause) {
    return cause.length() > MAX_CAUSE ? cause.substring(0, MAX_CAUSE) : cause;
  }
}
