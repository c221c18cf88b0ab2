package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.PicassoException;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A Lambda handler of one Task state: reads its input, runs, writes its output and one line of log
 * without content. A failure of a service becomes {@link TransientFailure}, which the state
 * machines try again; every other exception goes out under its own class name, which is the error
 * name that Retry and Catch match.
 *
 * @param <I> the input, a contract
 * @param <O> the output, a contract
 */
public abstract class Task<I, O> implements RequestStreamHandler {
  private final Class<I> input;

  /** A task that takes inputs of a type. */
  protected Task(Class<I> input) {
    this.input = input;
  }

  /**
   * Does the work. May be called twice with the same input, and its answer may be lost: it has to
   * be idempotent.
   *
   * @throws PicassoException when it refuses or cannot
   */
  protected abstract O run(I request);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    var request = Contracts.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), input);
    try {
      out.write(Contracts.write(run(request)).getBytes(StandardCharsets.UTF_8));
      context.getLogger().log(line(context, "done", ""));
    } catch (SdkException e) {
      context.getLogger().log(line(context, "failed", "transient-failure"));
      throw new TransientFailure(
          name() + ": " + e.getMessage() + " The state machine tries again.", e);
    } catch (PicassoException e) {
      context.getLogger().log(line(context, "failed", e.code()));
      throw e;
    }
  }

  private String line(Context context, String outcome, String code) {
    return Contracts.write(new LogLine(name(), outcome, code, context.getAwsRequestId()));
  }

  private String name() {
    return getClass().getSimpleName();
  }

  private record LogLine(String task, String outcome, String code, String requestId) {}
}
