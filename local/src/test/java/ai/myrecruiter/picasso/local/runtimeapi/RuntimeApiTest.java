package ai.myrecruiter.picasso.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RuntimeApiTest {
  private static final String NEXT =
      "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String STREAMING = "Lambda-Runtime-Function-Response-Mode: streaming\r\n";
  private RuntimeApi api;

  /** Keeps what it is given. */
  private static final class Kept implements ResponseSink {
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    volatile String how = "";

    @Override
    public void begin(String contentType) {}

    @Override
    public void bytes(byte[] part) {
      body.writeBytes(part);
    }

    @Override
    public void end() {
      how = "end";
    }

    @Override
    public void fail(FunctionFailure failure) {
      how = failure.type() + failure.json();
    }
  }

  @BeforeEach
  void start() throws IOException {
    api = RuntimeApi.start(new ResponseLimits(1_000, 2_000));
  }

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  /** Sends bytes and gives the status of the answer. */
  private int send(String request) throws IOException {
    var address = api.address().split(":", -1);
    try (var socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9));
    }
  }

  private static String post(String path, String headers, String body) {
    return "POST /2018-06-01/runtime/"
        + path
        + " HTTP/1.1\r\nHost: x\r\n"
        + headers
        + (headers.contains("chunked") ? "" : "Content-Length: " + body.length() + "\r\n")
        + "\r\n"
        + body;
  }

  private static String streamed(String body) {
    return post(
        "invocation/id-1/response", STREAMING + "Transfer-Encoding: chunked\r\n", body);
  }

  private Offer invoked(ResponseSink sink) throws IOException {
    var offer = new Offer("id-1", "arn", Instant.EPOCH, "trace", new byte[] {'{', '}'}, sink);
    api.offer(offer);
    assertThat(send(NEXT)).isEqualTo(200);
    return offer;
  }

  private Optional<FunctionFailure> ended(Offer offer) throws Exception {
    api.offer(new Offer("id-2", "arn", Instant.EPOCH, "trace", new byte[0], new Kept()));
    assertThat(send(NEXT)).isEqualTo(200);
    return offer.ended().get(5, TimeUnit.SECONDS);
  }

  @Test
  void takesAStreamedResponseAndEndsTheInvocationAtTheNextCall() throws Exception {
    var kept = new Kept();
    var offer = invoked(kept);
    assertThat(send(streamed("2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"))).isEqualTo(202);
    assertThat(kept.body.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThat(kept.how).isEqualTo("end");
    assertThat(offer.ended()).isNotDone();
    assertThat(ended(offer)).isEmpty();
  }

  @Test
  void readsAFailureInTrailers() throws Exception {
    var kept = new Kept();
    var offer = invoked(kept);
    var body = Base64.getEncoder().encodeToString("{\"errorType\":\"E\"}".getBytes(StandardCharsets.UTF_8));
    var trailers =
        "Lambda-Runtime-Function-Error-Type: E\r\nLambda-Runtime-Function-Error-Body: " + body;
    assertThat(send(streamed("1\r\na\r\n0\r\n" + trailers + "\r\n\r\n"))).isEqualTo(202);
    assertThat(kept.how).isEqualTo("E{\"errorType\":\"E\"}");
    assertThat(ended(offer)).isPresent();
  }

  @Test
  void refusesWhatTheStateDoesNotAllow() throws Exception {
    assertThat(send(post("invocation/id-1/response", "", "{}"))).isEqualTo(400);
    assertThat(send(post("restore/error", "", "{}"))).isEqualTo(403);
    invoked(new Kept());
    assertThat(send(NEXT)).isEqualTo(403);
    assertThat(send(post("init/error", "", "{}"))).isEqualTo(403);
    assertThat(send(post("invocation/other/response", "", "{}"))).isEqualTo(400);
    assertThat(send(streamed("1\r\na\r\n0\r\n\r\n"))).isEqualTo(202);
    assertThat(send(post("invocation/id-1/error", "", "{}"))).isEqualTo(403);
    assertThat(send(streamed("1\r\na\r\n0\r\n\r\n"))).isEqualTo(403);
    assertThat(send("GET /nonsense HTTP/1.1\r\n\r\n")).isEqualTo(404);
  }

  @Test
  void refusesAResponseModeThatIsNotExact() throws Exception {
    invoked(new Kept());
    var wrong = "Lambda-Runtime-Function-Response-Mode: Streaming\r\nTransfer-Encoding: chunked\r\n";
    assertThat(send(post("invocation/id-1/response", wrong, "0\r\n\r\n"))).isEqualTo(400);
    assertThat(send(post("invocation/id-1/response", STREAMING, "x"))).isEqualTo(400);
  }

  @Test
  void refusesResponsesThatAreTooLarge() throws Exception {
    var kept = new Kept();
    invoked(kept);
    assertThat(send(post("invocation/id-1/response", "", "x".repeat(1_001)))).isEqualTo(413);
    assertThat(kept.body.size()).isZero();
  }

  @Test
  void cutsAStreamThatIsTooLong() throws Exception {
    var kept = new Kept();
    invoked(kept);
    var chunk = "3e8\r\n" + "x".repeat(1_000) + "\r\n";
    assertThat(send(streamed(chunk.repeat(3) + "0\r\n\r\n"))).isEqualTo(413);
    assertThat(kept.body.size()).isEqualTo(2_000);
    assertThat(kept.how).startsWith("Runtime.Truncated");
  }

  @Test
  void noticesAConnectionThatIsCutInAResponse() throws Exception {
    var kept = new Kept();
    invoked(kept);
    var address = api.address().split(":", -1);
    try (var socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket
          .getOutputStream()
          .write(streamed("5\r\nab").getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(kept.how).startsWith("Runtime.Truncated");
  }

  @Test
  void keepsAFunctionWaitingForItsRestore() throws Exception {
    var restore = Thread.ofVirtual().unstarted(() -> {
      try {
        send("GET /2018-06-01/runtime/restore/next HTTP/1.1\r\nHost: x\r\n\r\n");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    restore.start();
    assertThat(api.started().get(5, TimeUnit.SECONDS)).isEqualTo(State.RESTORING);
    assertThat(send(NEXT)).isEqualTo(403);
    assertThat(restore.isAlive()).isTrue();
    api.restore();
    restore.join(5_000);
    assertThat(api.state()).isEqualTo(State.RESTORED);
    assertThat(send(post("restore/error", "Lambda-Runtime-Function-Error-Type: E\r\n", "{}")))
        .isEqualTo(202);
    assertThat(api.startFailures()).containsExactly(new FunctionFailure("E", "{}"));
    assertThat(api.state()).isEqualTo(State.FAILED);
  }

  @Test
  void failsInvocationsOfAFunctionThatIsGone() throws Exception {
    var kept = new Kept();
    var offer = invoked(kept);
    api.gone();
    assertThat(offer.ended().get(5, TimeUnit.SECONDS)).isPresent();
    assertThat(kept.how).isEqualTo("Runtime.ExitError");
    var later = new Kept();
    var refused = new Offer("id-3", "arn", Instant.EPOCH, "trace", new byte[0], later);
    api.offer(refused);
    assertThat(refused.ended().get(5, TimeUnit.SECONDS)).isPresent();
    assertThat(later.how).isEqualTo("Runtime.ExitError");
  }
}
