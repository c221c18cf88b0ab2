package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.ModelCall;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * The function against a model with a script. One function serves all tests of a class, each with a
 * session of its own where it matters; what breaks its tables gets a function for itself.
 */
abstract class RelayStage {
  private static final Queue<ModelAnswer> SCRIPT = new ConcurrentLinkedQueue<>();
  private static StreamHarness shared;
  private int callsBefore;
  final ConcurrentLinkedQueue<ModelAnswer> script = new ConcurrentLinkedQueue<>();
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

  /** The function of all tests that leave nothing behind. */
  StreamHarness harness() {
    SCRIPT.clear();
    SCRIPT.addAll(script);
    callsBefore = shared.bedrock.calls().size();
    shared.log.clear();
    return shared;
  }

  /** The same with a conversation in which nothing was said. */
  StreamHarness fresh() {
    return harness().newSession();
  }

  /** The model's calls since the test began. */
  List<ModelCall> modelCalls() {
    var all = shared.bedrock.calls();
    return all.subList(callsBefore, all.size());
  }

  /** A function and tables for one test. */
  StreamHarness harness(Limits limits) throws Exception {
    var harness = new StreamHarness(call -> next(script), limits, ResponseLimits.LAMBDA);
    open.add(harness);
    return harness;
  }

  static ModelAnswer next(Queue<ModelAnswer> script) {
    var answer = script.poll();
    return answer == null ? whole(" hello", " you") : answer;
  }

  @AfterEach
  void close() throws Exception {
    for (var harness : open) {
      harness.close();
    }
  }

  static ModelAnswer.Streamed whole(String... tokens) {
    return steps(
        send(Frames.messageStart()),
        texts(tokens),
        send(Frames.contentBlockStop()),
        send(Frames.messageStop("end_turn")),
        send(Frames.metadata(3, tokens.length)));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static ModelAnswer.Streamed steps(List<StreamStep>... steps) {
    return new ModelAnswer.Streamed(Arrays.stream(steps).flatMap(List::stream).toList());
  }

  static List<StreamStep> send(byte[] bytes) {
    return List.of(new StreamStep.Send(bytes));
  }

  static List<StreamStep> texts(String... tokens) {
    return Arrays.stream(tokens)
        .<StreamStep>map(token -> new StreamStep.Send(Frames.text(token)))
        .toList();
  }

  static List<StreamStep> pause(long millis) {
    return List.of(new StreamStep.Pause(Duration.ofMillis(millis)));
  }
}
