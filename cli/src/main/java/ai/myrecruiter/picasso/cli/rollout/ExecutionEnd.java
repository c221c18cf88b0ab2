package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * How an execution ended.
 *
 * @param status SUCCEEDED, FAILED, TIMED_OUT or ABORTED
 * @param error simple name of its error, such as {@code LeaseHeld}; empty without one
 * @param message what the error says to a person
 */
public record ExecutionEnd(ExecutionStatus status, String error, String message) {
  private static final int DEEPEST = 4;

  /** The end of an execution; empty while it runs. */
  public static Optional<ExecutionEnd> of(DescribeExecutionResponse execution) {
    if (execution.status() == ExecutionStatus.RUNNING) {
      return Optional.empty();
    }
    var error = Optional.ofNullable(execution.error()).orElse("");
    var cause = Optional.ofNullable(execution.cause()).orElse("");
    return Optional.of(
        new ExecutionEnd(execution.status(), simpleName(error), message(cause, DEEPEST)));
  }

  /** A class without its package; the service's own names, such as States.Timeout, stay. */
  private static String simpleName(String error) {
    var isClass = !error.isEmpty() && Character.isLowerCase(error.charAt(0));
    return isClass ? error.substring(error.lastIndexOf('.') + 1) : error;
  }

  /** Whether it did what it was to do. */
  public boolean succeeded() {
    return status == ExecutionStatus.SUCCEEDED;
  }

  /** Whether a rollback that was started elsewhere ended it. */
  boolean takenOver() {
    return error.equals("TakenOver");
  }

  /** What that means for the command that started it. */
  public CommandEnd asRefusal(String subject) {
    var text = message.isEmpty() ? status + " " + error : message;
    return switch (error) {
      case "InvalidInput", "UnknownRollout" -> CommandEnd.usage(text);
      case "LeaseHeld" -> CommandEnd.refused(text);
      case "PreflightRefused" -> CommandEnd.refused("Preflight refused " + subject + ": " + text);
      case "RolledBack", "TakenOver" -> CommandEnd.refused(subject + " was rolled back: " + text);
      default -> CommandEnd.failed(subject + " failed (" + status + " " + error + "): " + text);
    };
  }

  /**
   * A cause is plain text, the JSON of an exception, or the JSON of a caught error whose cause is
   * one of these.
   */
  private static String message(String cause, int depth) {
    if (depth == 0 || !cause.stripLeading().startsWith("{")) {
      return cause;
    }
    try {
      var json = Contracts.tree(cause);
      return text(json, "errorMessage")
          .or(() -> text(json, "Cause").map(inner -> message(inner, depth - 1)))
          .orElse(cause);
    } catch (InvalidInput notJson) {
      return cause;
    }
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
  }
}
