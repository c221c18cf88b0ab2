package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.tasks.rollout.UnknownRollout;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.PicassoException;
import ai.myrecruiter.picasso.workflows.lease.LeaseHeld;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an exception means to the one who typed the command: the only place that turns exceptions
 * into exit codes.
 *
 * @param status what the process ends with
 * @param message what is wrong and what to do about it
 */
public record Failure(ExitStatus status, String message) {

  /** The meaning of an exception. */
  public static Failure of(Throwable thrown) {
    return switch (thrown) {
      case CommandEnd end -> new Failure(end.status(), text(end));
      case InvalidInput input -> new Failure(ExitStatus.USAGE, text(input));
      case UnknownRollout unknown -> new Failure(ExitStatus.USAGE, text(unknown));
      case LeaseHeld held -> new Failure(ExitStatus.REFUSED, text(held));
      case ChangeRefused refused -> new Failure(ExitStatus.REFUSED, text(refused));
      case LeaseLost lost -> new Failure(ExitStatus.REFUSED, text(lost));
      case PicassoException other -> new Failure(ExitStatus.FAILURE, text(other));
      case SdkException service -> AwsFailure.of(service);
      case InterruptedException _ -> new Failure(ExitStatus.FAILURE, "Interrupted.");
      default -> unexpected(thrown);
    };
  }

  /** The message in lines, the first of which names the command. */
  public List<String> lines() {
    return ("picasso: " + message).lines().map(Wrapping::printable).toList();
  }

  private static Failure unexpected(Throwable thrown) {
    return new Failure(
        ExitStatus.FAILURE,
        "Unexpected %s: %s. Run the command again with --verbose and report what it prints."
            .formatted(thrown.getClass().getSimpleName(), text(thrown)));
  }

  private static String text(Throwable thrown) {
    var message = thrown.getMessage();
    return message == null ? "no message" : message;
  }
}
