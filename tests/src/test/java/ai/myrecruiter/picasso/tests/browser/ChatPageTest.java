package ai.myrecruiter.picasso.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.local.LiveStage;
import ai.myrecruiter.picasso.cli.local.StagePorts;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chat page in both engines, on the local stage: the payload's own code behind every URL. */
final class ChatPageTest {
  private static final String MASTER = "picasso-staging-chat";
  private static final String STREAMING = "picasso-staging-streaming";
  private static final String QUESTION = "When are you open?";
  private static final Map<Engine, Browser> BROWSERS = new EnumMap<>(Engine.class);
  private static LiveStage stage;

  @BeforeAll
  static void open() throws Exception {
    var files = BuiltFiles.find(Path.of(System.getProperty("picasso.root", "..")));
    stage = LiveStage.open(files, StagePorts.ANY, false, report -> {});
    for (var engine : Engine.values()) {
      BROWSERS.put(engine, Browser.start(engine));
    }
  }

  @AfterAll
  static void close() {
    BROWSERS.values().forEach(Browser::close);
    stage.close();
  }

  @AfterEach
  void switchOn() {
    for (var function : List.of(MASTER, STREAMING)) {
      stage.stage().lambda().deleteFunctionConcurrency(delete -> delete.functionName(function));
    }
    latency(Duration.ZERO);
  }

  private static ChatPage page(Engine engine) {
    return new ChatPage(Objects.requireNonNull(BROWSERS.get(engine)), stage.endpoints().page());
  }

  private static void switchOff(String function) {
    stage
        .stage()
        .lambda()
        .putFunctionConcurrency(put -> put.functionName(function).reservedConcurrentExecutions(0));
  }

  private static void latency(Duration time) {
    stage
        .stage()
        .loop()
        .call(() -> {
          stage.stage().faults().set(STREAMING, "1", VersionFaults.NONE.withLatency(time));
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void streamsTheWholeAnswerWithoutAProblem(Engine engine) {
    var page = page(engine);
    page.ask(QUESTION);
    assertThat(page.answer()).endsWith(".");
    assertThat(page.mode()).isEqualTo("streaming");
    assertThat(page.status()).isEqualTo("streaming");
    assertThat(page.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void answersByTheLegacyRouteWhenTheFunctionUrlIsOff(Engine engine) {
    switchOff(STREAMING);
    var page = page(engine);
    page.ask(QUESTION);
    assertThat(page.answer()).endsWith(".");
    assertThat(page.mode()).isEqualTo("legacy");
    assertThat(page.status()).startsWith("legacy route");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void refreshesItsTokenInMidConversation(Engine engine) {
    var page = page(engine);
    page.ask(QUESTION);
    page.answer();
    page.passTime(Duration.ofSeconds(880));
    page.ask("And on Sunday?");
    assertThat(page.answer()).endsWith(".");
    assertThat(page.mode()).isEqualTo("streaming");
    assertThat(page.requests("refresh_token")).isEqualTo(1);
    assertThat(page.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void streamsAnewWhenThePageComesBack(Engine engine) {
    latency(Duration.ofSeconds(5));
    var page = page(engine);
    page.ask(QUESTION);
    page.await(
        "performance.getEntriesByType('resource').some((entry) =>"
            + " entry.name.includes('action=config'))");
    page.tell("pagehide");
    page.passTime(Duration.ofSeconds(4));
    latency(Duration.ZERO);
    page.tell("pageshow");
    assertThat(page.answer()).endsWith(".");
    assertThat(page.mode()).isEqualTo("streaming");
    assertThat(page.problems()).isEmpty();
  }

  /** Kept whole or loaded anew, as the engine likes: the page answers either way. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void answersAfterTheUserLeftInMidStreamAndCameBack(Engine engine) {
    latency(Duration.ofSeconds(5));
    var page = page(engine);
    page.ask(QUESTION);
    page.await(
        "performance.getEntriesByType('resource').some((entry) =>"
            + " entry.name.includes('action=config'))");
    page.leave();
    latency(Duration.ZERO);
    if (page.comeBack()) {
      assertThat(page.answer()).endsWith(".");
    }
    page.ask("And on Sunday?");
    assertThat(page.answer()).endsWith(".");
    assertThat(page.mode()).isEqualTo("streaming");
    assertThat(page.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void keepsAQuestionThatNobodyAnsweredAndAsksItAgain(Engine engine) {
    switchOff(MASTER);
    var page = page(engine);
    page.ask(QUESTION);
    assertThat(page.answer()).startsWith("No answer came (http_429).");
    assertThat(page.status()).isEqualTo("no answer (http_429)");
    switchOn();
    page.askAgain();
    assertThat(page.answer()).endsWith(".").doesNotStartWith("No answer");
    assertThat(page.status()).isEqualTo("streaming");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void canBeReadAndUsedByEverybody(Engine engine) {
    var page = page(engine);
    assertThat(page.unnamedControls()).isEmpty();
    assertThat(page.leastContrast()).isGreaterThanOrEqualTo(4.5);
    page.ask(QUESTION);
    page.answer();
    assertThat(page.leastContrast()).isGreaterThanOrEqualTo(4.5);
    assertThat(page.movingParts()).isZero();
    assertThat(page.hasLostFocus()).isFalse();
  }
}
