package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client reads of an answer that goes well. */
final class RelayTest extends RelayStage {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    script.add(whole("First answer"));
    var harness = fresh();
    harness.ask("First question").whole();
    harness.ask("Second question").whole();
    var messages = modelCalls().get(1).request().path("messages");
    assertThat(messages.findValuesAsText("text"))
        .containsExactly("First question", "First answer", "Second question");
    assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "user");
    assertThat(harness.conversations.history(harness.key()).messages()).hasSize(4);
  }

  @Test
  void asksTheModelAsPartOfTheTraceOfEachInvocation() throws Exception {
    for (var trace : List.of("Root=1-a-1;Parent=b;Sampled=1", "Root=1-a-2;Sampled=0")) {
      harness().trace(trace).ask("q").whole();
      assertThat(modelCalls()).hasSize(1);
      assertThat(modelCalls().getFirst().header("x-amzn-trace-id")).contains(trace);
    }
  }

  @Test
  void takesNothingForATraceThatCouldNotBeAHeader() throws Exception {
    harness().trace("Root=1-a-1 {\"x\":1}").ask("q").whole();
    assertThat(modelCalls().getFirst().header("x-amzn-trace-id")).isEmpty();
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
