package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** Collects a response, and passes it on to another sink if there is one. */
final class WholeResponse implements ResponseSink {
  private final @Nullable ResponseSink next;
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream();

  WholeResponse(@Nullable ResponseSink next) {
    this.next = next;
  }

  /** What was collected; nothing when it was passed on. */
  synchronized SdkBytes bytes() {
    return SdkBytes.fromByteArrayUnsafe(whole.toByteArray());
  }

  @Override
  public void begin(String contentType) throws IOException {
    if (next != null) {
      next.begin(contentType);
    }
  }

  @Override
  public void bytes(byte[] part) throws IOException {
    if (next == null) {
      collect(part);
    } else {
      next.bytes(part);
    }
  }

  private synchronized void collect(byte[] part) {
    whole.writeBytes(part);
  }

  @Override
  public void end() throws IOException {
    if (next != null) {
      next.end();
    }
  }

  @Override
  public void fail(FunctionFailure failure) throws IOException {
    if (next != null) {
      next.fail(failure);
    }
  }
}
