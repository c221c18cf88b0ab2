package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns a function's streamed response into the HTTP response, part by part. The function is not
 * told when the client has gone, as Lambda does not tell it: the rest goes nowhere.
 */
final class StreamedAnswer implements ResponseSink {
  private static final String WITH_PRELUDE = "application/vnd.awslambda.http-integration-response";
  private static final int NULS = 8;
  private static final int LONGEST_PRELUDE = 65_536;
  private final HttpExchange exchange;
  private final String requestId;
  private final String version;
  private final ByteArrayOutputStream prelude = new ByteArrayOutputStream();
  private boolean headSent;
  private boolean clientGone;

  StreamedAnswer(HttpExchange exchange, String requestId, String version) {
    this.exchange = exchange;
    this.requestId = requestId;
    this.version = version;
  }

  /** Whether the client has been told anything. */
  synchronized boolean begun() {
    return headSent;
  }

  @Override
  public synchronized void begin(String contentType) throws IOException {
    if (!contentType.equals(WITH_PRELUDE)) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      send(new HttpAnswer(200, Map.of(), List.of(), new byte[0]));
    }
  }

  @Override
  public synchronized void bytes(byte[] part) throws IOException {
    if (headSent) {
      write(part);
      return;
    }
    prelude.writeBytes(part);
    var read = prelude.toByteArray();
    int end = endOfPrelude(read);
    if (end >= 0) {
      send(HttpAnswer.head(Arrays.copyOf(read, end)));
      write(Arrays.copyOfRange(read, end + NULS, read.length));
    } else if (read.length > LONGEST_PRELUDE) {
      throw new IOException("a prelude without its end");
    }
  }

  private static int endOfPrelude(byte[] bytes) {
    int nuls = 0;
    for (int i = 0; i < bytes.length; i++) {
      nuls = bytes[i] == 0 ? nuls + 1 : 0;
      if (nuls == NULS) {
        return i + 1 - NULS;
      }
    }
    return -1;
  }

  private void send(HttpAnswer head) {
    headSent = true;
    attempt(() -> head.from(requestId, version).sendHead(exchange));
  }

  private void write(byte[] part) {
    if (part.length > 0) {
      attempt(() -> {
        exchange.getResponseBody().write(part);
        exchange.getResponseBody().flush();
      });
    }
  }

  private interface Output {
    void run() throws IOException;
  }

  private void attempt(Output output) {
    if (clientGone) {
      return;
    }
    try {
      output.run();
    } catch (IOException gone) {
      clientGone = true;
    }
  }

  /** The body ends for the client; what follows in the function does not reach it. */
  @Override
  public synchronized void end() {
    if (headSent) {
      attempt(() -> exchange.getResponseBody().close());
    }
  }

  @Override
  public synchronized void fail(FunctionFailure failure) {
    end();
  }
}
