package ai.myrecruiter.picasso.workflows.deployment;

import java.util.Optional;
import java.util.Set;

/** What a status of a CloudFormation stack means to whoever waits for it. */
public enum StackOutcome {
  /** CloudFormation works on. */
  WORKING,
  /** CloudFormation works on, backwards. */
  GOING_BACK,
  /** The stack is what the template says. */
  DONE,
  /** The stack is as it was before. */
  WENT_BACK,
  /** The way back failed; it can be tried again. */
  BACK_FAILED,
  /** The stack is in no state to be used; only its deletion is possible. */
  UNUSABLE;

  private static final Set<String> BACK =
      Set.of(
          "ROLLBACK_IN_PROGRESS",
          "UPDATE_ROLLBACK_IN_PROGRESS",
          "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");

  /** The meaning of a status. */
  public static StackOutcome of(String status) {
    if (BACK.contains(status)) {
      return GOING_BACK;
    }
    if (status.endsWith("_IN_PROGRESS")) {
      return WORKING;
    }
    return switch (status) {
      case "CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE" -> DONE;
      case "UPDATE_ROLLBACK_COMPLETE" -> WENT_BACK;
      case "UPDATE_ROLLBACK_FAILED" -> BACK_FAILED;
      default -> UNUSABLE;
    };
  }

  /** What has to be done before a stack of a status can be updated; empty when nothing has. */
  public static Optional<String> obstacle(String status) {
    return switch (of(status)) {
      case DONE, WENT_BACK -> Optional.empty();
      case WORKING, GOING_BACK ->
          status.equals("REVIEW_IN_PROGRESS")
              ? Optional.empty()
              : Optional.of("wait until CloudFormation is done with it");
      case BACK_FAILED ->
          Optional.of(
              "mend what its events name, then: aws cloudformation continue-update-rollback");
      case UNUSABLE -> Optional.of("delete the stack, then deploy it anew");
    };
  }
}
