package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The token events of a response, each as soon as it has come. */
final class Tokens implements ResponseSink {
  private static final String TOKEN = "event: token\n";
  private static final int MOST_SECONDS = 60;
  private final BlockingQueue<Long> times = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> whole = new CompletableFuture<>();

  @Override
  public void begin(String contentType) {}

  @Override
  public void bytes(byte[] part) {
    long now = System.nanoTime();
    var text = new String(part, StandardCharsets.UTF_8);
    for (int at = text.indexOf(TOKEN); at >= 0; at = text.indexOf(TOKEN, at + 1)) {
      times.add(now);
    }
  }

  @Override
  public void end() {
    whole.complete(null);
  }

  @Override
  public void fail(FunctionFailure failure) {
    whole.completeExceptionally(new IOException("the stream failed: " + failure));
  }

  /** When the next token came, by {@link System#nanoTime}. */
  long next() throws Exception {
    var time = times.poll(MOST_SECONDS, TimeUnit.SECONDS);
    if (time == null) {
      whole();
      throw new IOException("no token came");
    }
    return time;
  }

  /** Waits for the end. */
  void whole() throws Exception {
    whole.get(MOST_SECONDS, TimeUnit.SECONDS);
  }
}
