package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RelayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Queue<ModelAnswer> SCRIPT = new ConcurrentLinkedQueue<>();
  private static StreamHarness shared;
  private int callsBefore;
  private final ConcurrentLinkedQueue<ModelAnswer> script = new ConcurrentLinkedQueue<>();
  private final List<StreamHarness> open = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    shared = new StreamHarness(call -> next(SCRIPT));
    for (int i = 0; i < 5 && !shared.ask("warm up").whole().last().name().equals("done"); i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    shared.close();
  }

  /** The harness of all tests that leave nothing behind. */
  private StreamHarness harness() {
    SCRIPT.clear();
    SCRIPT.addAll(script);
    callsBefore = shared.bedrock.calls().size();
    return shared;
  }

  private int calls() {
    return shared.bedrock.calls().size() - callsBefore;
  }

  private StreamHarness fresh() throws Exception {
    return harness(StreamHarness.QUICK);
  }

  private StreamHarness harness(Limits limits) throws Exception {
    var harness = new StreamHarness(call -> next(script), limits, ResponseLimits.LAMBDA);
    open.add(harness);
    return harness;
  }

  private static ModelAnswer next(Queue<ModelAnswer> script) {
    var answer = script.poll();
    return answer == null ? whole(" hello", " you") : answer;
  }

  @AfterEach
  void close() throws Exception {
    for (var harness : open) {
      harness.close();
    }
  }

  private static ModelAnswer.Streamed whole(String... tokens) {
    return steps(
        send(Frames.messageStart()),
        texts(tokens),
        send(Frames.contentBlockStop()),
        send(Frames.messageStop("end_turn")),
        send(Frames.metadata(3, tokens.length)));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static ModelAnswer.Streamed steps(List<StreamStep>... steps) {
    return new ModelAnswer.Streamed(Arrays.stream(steps).flatMap(List::stream).toList());
  }

  private static List<StreamStep> send(byte[] bytes) {
    return List.of(new StreamStep.Send(bytes));
  }

  private static List<StreamStep> texts(String... tokens) {
    return Arrays.stream(tokens)
        .<StreamStep>map(token -> new StreamStep.Send(Frames.text(token)))
        .toList();
  }

  private static List<StreamStep> pause(long millis) {
    return List.of(new StreamStep.Pause(Duration.ofMillis(millis)));
  }

  @Test
  void answersInEventsWithIdsBetweenPreambleAndTrailingComment() throws Exception {
    script.add(whole("Take", " care\n\n", "data: x", " 😀"));
    var received = harness().ask("how?").whole();
    assertThat(received.failure()).isEmpty();
    assertThat(received.prelude().path("statusCode").asInt()).isEqualTo(200);
    assertThat(received.prelude().at("/headers/Content-Type").asText())
        .isEqualTo("text/event-stream; charset=utf-8");
    assertThat(received.prelude().at("/headers/Cache-Control").asText())
        .isEqualTo("no-store, no-transform");
    assertThat(received.prelude().at("/headers/X-Accel-Buffering").asText()).isEqualTo("no");
    assertThat(received.prelude().at("/headers/X-Content-Type-Options").asText())
        .isEqualTo("nosniff");
    assertThat(received.prelude().toString()).doesNotContainIgnoringCase("access-control");
    assertThat(received.text(0)).startsWith(": ").hasSizeGreaterThan(2_000).endsWith("\n\n");
    assertThat(received.answer()).isEqualTo("Take care\n\ndata: x 😀");
    assertThat(received.events().stream().map(Received.Event::id)).containsExactly(1, 2, 3, 4, 5);
    assertThat(received.last().name()).isEqualTo("done");
    assertThat(received.last().data().path("stopReason").asText()).isEqualTo("end_turn");
    assertThat(received.last().data().path("outputTokens").asInt()).isEqualTo(4);
    assertThat(received.last().data().path("recorded").asBoolean()).isTrue();
    int last = received.chunks().size() - 1;
    assertThat(received.text(last)).isEqualTo(": end\n\n");
    assertThat(received.millisBetween(last - 1, last)).isBetween(50L, 400L);
  }

  @Test
  void remembersTheConversationAndAsksTheModelWithIt() throws Exception {
    var harness = fresh();
    script.add(whole("First answer"));
    harness.ask("First question").whole();
    harness.ask("Second question").whole();
    var messages = harness.bedrock.calls().get(1).request().path("messages");
    assertThat(messages.findValuesAsText("text"))
        .containsExactly("First question", "First answer", "Second question");
    assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "user");
    assertThat(harness.conversations.history(StreamHarness.key()).messages()).hasSize(4);
  }

  @Test
  void sendsHeartbeatsWhileTheModelThinks() throws Exception {
    script.add(
        steps(
            pause(400), texts("a"), pause(400), texts("b"), send(Frames.messageStop("end_turn"))));
    var received = harness().ask("q").whole();
    assertThat(received.body().split(": heartbeat", -1)).hasSizeBetween(4, 8);
    assertThat(received.answer()).isEqualTo("ab");
    for (int i = 1; i < received.chunks().size(); i++) {
      assertThat(received.millisBetween(i - 1, i)).isLessThan(1_000);
    }
  }

  @Test
  void saysAnAnswerIsDoneOnlyWhenTheModelSaidSo() throws Exception {
    script.add(steps(texts("half an"), List.of(new StreamStep.End())));
    assertBroken(harness().ask("q").whole(), "half an", "model_truncated");
  }

  @Test
  void reportsAConnectionThatIsCutInAFrame() throws Exception {
    var frame = Frames.text(" never whole");
    script.add(
        steps(
            texts("half an"),
            pause(50),
            send(Arrays.copyOf(frame, frame.length / 2)),
            pause(50),
            List.of(new StreamStep.Cut())));
    var received = harness().ask("q").whole();
    assertThat(received.answer()).isEqualTo("half an");
    assertThat(received.last().name()).isEqualTo("error");
    assertThat(received.last().data().path("retryable").asBoolean()).isTrue();
    assertThat(received.failure()).isPresent();
  }

  @Test
  void reportsAnswersThatEndInAFrameAsIfWhole() throws Exception {
    var frame = Frames.text(" never whole");
    script.add(
        steps(
            texts("half an"),
            send(Arrays.copyOf(frame, frame.length - 3)),
            List.of(new StreamStep.End())));
    var received = harness().ask("q").whole();
    assertThat(received.answer()).isEqualTo("half an");
    assertThat(received.names()).endsWith("error").doesNotContain("done");
  }

  private static void assertBroken(Received received, String answer, String code) {
    assertThat(received.answer()).isEqualTo(answer);
    assertThat(received.names()).endsWith("error").doesNotContain("done");
    assertThat(received.last().data().path("code").asText()).isEqualTo(code);
    assertThat(received.text(received.chunks().size() - 1)).isEqualTo(": end\n\n");
    assertThat(received.failure()).isPresent();
    assertThat(received.failure().get().json()).contains(code);
  }

  @Test
  void triesAgainWhenNothingWasSentYet() throws Exception {
    script.add(new ModelAnswer.Refused(429, "ThrottlingException"));
    script.add(steps(send(Frames.messageStart()), List.of(new StreamStep.Cut())));
    script.add(whole("third time"));
    var harness = harness();
    var received = harness.ask("q").whole();
    assertThat(received.answer()).isEqualTo("third time");
    assertThat(received.last().name()).isEqualTo("done");
    assertThat(calls()).isEqualTo(3);
  }

  @Test
  void neverRepeatsTokensByTryingAgain() throws Exception {
    script.add(steps(texts("once"), send(Frames.exception("throttlingException", "slow down"))));
    var harness = harness();
    var received = harness.ask("q").whole();
    assertBroken(received, "once", "model_throttled");
    assertThat(received.body() + harness.log).doesNotContain("slow down");
    assertThat(calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429,ThrottlingException,model_throttled,3",
    "503,ServiceUnavailableException,model_throttled,3",
    "500,InternalServerException,model_failed,3",
    "400,ValidationException,model_refused,1",
    "403,AccessDeniedException,model_refused,1"
  })
  void tellsWhyTheModelDidNotAnswer(int status, String type, String code, int calls)
      throws Exception {
    for (int i = 0; i < calls; i++) {
      script.add(new ModelAnswer.Refused(status, type));
    }
    var harness = harness();
    assertBroken(harness.ask("q").whole(), "", code);
    assertThat(calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({
    "throttlingException,model_throttled",
    "modelStreamErrorException,model_refused",
    "internalServerException,model_failed",
    "validationException,model_refused",
    "serviceUnavailableException,model_throttled"
  })
  void tellsExceptionsInTheStreamApart(String type, String code) throws Exception {
    script.add(steps(texts("so far"), send(Frames.exception(type, "a patient's name"))));
    var harness = harness();
    var received = harness.ask("q").whole();
    assertThat(received.answer()).isEqualTo("so far");
    assertThat(received.last().data().path("code").asText()).startsWith("model_");
    assertThat(received.last().data().path("code").asText()).isEqualTo(code);
    assertThat(received.body() + received.failure() + harness.log).doesNotContain("patient");
  }

  @Test
  void endsWhenTheModelGoesSilent() throws Exception {
    script.add(steps(texts("and then"), pause(5_000)));
    assertBroken(harness().ask("q").whole(), "and then", "model_idle");
  }

  @Test
  void endsBeforeTheDeadlineByItself() throws Exception {
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 100; i++) {
      steps.addAll(texts("x"));
      steps.addAll(pause(30));
    }
    script.add(new ModelAnswer.Streamed(steps));
    var harness = harness();
    var received =
        harness.send(
            harness.request("{\"message\":\"q\"}"), new Received(), Duration.ofMillis(1_200));
    received.whole();
    assertThat(received.last().data().path("code").asText()).isEqualTo("deadline");
    assertThat(received.answer()).isNotEmpty();
  }

  @Test
  void stopsWhenTheTokenIsRevoked() throws Exception {
    script.add(endless());
    var harness = fresh();
    var received = harness.ask("q");
    Thread.sleep(150);
    harness.revocations.revokeSession(StreamHarness.TENANT, StreamHarness.SESSION);
    received.whole();
    assertThat(received.names()).endsWith("revoked");
    assertThat(received.last().data().path("code").asText()).isEqualTo("token_revoked");
    assertThat(received.failure()).isEmpty();
    assertThat(harness.conversations.history(StreamHarness.key()).messages()).isEmpty();
  }

  @Test
  void failsClosedWhenRevocationsCannotBeReadAnyMore() throws Exception {
    script.add(endless());
    var harness = fresh();
    var received = harness.ask("q");
    Thread.sleep(150);
    harness.dynamoDb.client().deleteTable(r -> r.tableName("tokens"));
    received.whole();
    assertThat(received.last().data().path("code").asText()).isEqualTo("admission_unavailable");
  }

  @Test
  void stopsWhenTheUserCancelsByTheSameSessionOnly() throws Exception {
    script.add(endless());
    var harness = harness();
    var id = UUID.randomUUID().toString();
    var received =
        harness.send(harness.request("{\"message\":\"q\",\"request\":\"%s\"}".formatted(id)));
    Thread.sleep(150);
    harness
        .dynamoDb
        .client()
        .putItem(r ->
            r.tableName("cancellations")
                .item(
                    Map.of(
                        "stream",
                        AttributeValue.fromS(
                            "south#" + StreamHarness.SESSION.value() + "#" + id))));
    Thread.sleep(250);
    assertThat(received.body()).doesNotContain("event: done");
    new Cancellations(harness.dynamoDb.client(), "cancellations", InstantSource.system())
        .request(StreamHarness.key(), OpaqueId.of(id).orElseThrow());
    received.whole();
    assertThat(received.last().data().path("stopReason").asText()).isEqualTo("cancelled");
    assertThat(received.last().data().path("recorded").asBoolean()).isTrue();
    assertThat(received.failure()).isEmpty();
  }

  private static ModelAnswer.Streamed endless() {
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 200; i++) {
      steps.addAll(texts("x"));
      steps.addAll(pause(25));
    }
    return new ModelAnswer.Streamed(steps);
  }

  @Test
  void endsAnAnswerThatIsTooLong() throws Exception {
    var limits = withCharacters(100);
    script.add(endless());
    var received = harness(limits).ask("q").whole();
    assertThat(received.last().data().path("stopReason").asText()).isEqualTo("max_tokens");
    assertThat(received.answer()).hasSize(100);
  }

  @Test
  void joinsCharactersThatFramesSplit() throws Exception {
    script.add(whole("a\ud83d", "\ude00b", "c\ud83d"));
    var received = harness().ask("q").whole();
    assertThat(received.answer()).isEqualTo("a😀bc");
  }

  @Test
  void readsFramesHoweverTheirBytesArrive() throws Exception {
    var all = new java.io.ByteArrayOutputStream();
    for (var text : List.of("Gr", "üß ", "😀")) {
      all.writeBytes(Frames.text(text));
    }
    all.writeBytes(Frames.messageStop("end_turn"));
    var steps = new ArrayList<StreamStep>();
    for (int from = 0; from < all.size(); from += 7) {
      steps.addAll(
          send(Arrays.copyOfRange(all.toByteArray(), from, Math.min(all.size(), from + 7))));
    }
    script.add(new ModelAnswer.Streamed(steps));
    assertThat(harness().ask("q").whole().answer()).isEqualTo("Grüß 😀");
  }

  @Test
  void holdsTheModelBackWhileTheClientDoesNotRead() throws Exception {
    var frame = Frames.text("y".repeat(8_000));
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 3_000; i++) {
      steps.add(new StreamStep.Send(frame));
    }
    steps.addAll(send(Frames.messageStop("end_turn")));
    script.add(new ModelAnswer.Streamed(steps));
    var harness = harness(withCharacters(100_000_000));
    var held = new CountDownLatch(1);
    var received = new Received(held);
    harness.send(harness.request("{\"message\":\"q\"}"), received, Duration.ofSeconds(30));
    long before = -1;
    for (int i = 0; i < 40 && harness.bedrock.bytesSent() != before; i++) {
      before = harness.bedrock.bytesSent();
      Thread.sleep(300);
    }
    assertThat(harness.bedrock.bytesSent()).isEqualTo(before).isPositive();
    assertThat(before).isLessThan(frame.length * 2_500L);
    held.countDown();
    received.whole();
    assertThat(received.answer()).hasSize(3_000 * 8_000);
  }

  private static Limits withCharacters(int most) {
    var quick = StreamHarness.QUICK;
    return new Limits(
        quick.heartbeat(),
        quick.trailingPause(),
        Duration.ofSeconds(20),
        quick.beforeDeadline(),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        quick.retryPause(),
        quick.attempts(),
        quick.window(),
        most);
  }

  @Test
  void measuresAndLogsWithoutWordsOfTheConversation() throws Exception {
    script.add(whole("Ada Example", " born 1990"));
    var harness = fresh();
    harness.ask("I am Ada Example, 555-12-3456").whole();
    harness.ask("again").whole();
    var lines = String.join("\n", harness.log);
    assertThat(lines)
        .contains("FirstTokenLatency", "TokenLatency", "JwtVerifyLatency")
        .doesNotContain("JwtBypasses");
    assertThat(lines).contains("\"StreamErrors\":0", "\"CrossTenantAttempts\":0");
    assertThat(lines).doesNotContain("Ada", "555123456");
    // As numbers of their own: a time in milliseconds may have the same digits in its middle.
    assertThat(lines).doesNotContainPattern("(?<![0-9])(1990|555|3456)(?![0-9])");
    for (var line : harness.log) {
      assertThat(JSON.readTree(line).isObject()).isTrue();
    }
  }
}
