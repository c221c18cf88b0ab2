package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client reads when the model fails, falls silent or is cut off. */
final class BrokenAnswersTest extends RelayStage {
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

  @Test
  void triesAgainWhenNothingWasSentYet() throws Exception {
    script.add(new ModelAnswer.Refused(429, "ThrottlingException"));
    script.add(steps(send(Frames.messageStart()), List.of(new StreamStep.Cut())));
    script.add(whole("third time"));
    var harness = harness();
    var received = harness.ask("q").whole();
    assertThat(received.answer()).isEqualTo("third time");
    assertThat(received.last().name()).isEqualTo("done");
    assertThat(modelCalls()).hasSize(3);
  }

  @Test
  void neverRepeatsTokensByTryingAgain() throws Exception {
    script.add(steps(texts("once"), send(Frames.exception("throttlingException", "slow down"))));
    var harness = harness();
    var received = harness.ask("q").whole();
    assertBroken(received, "once", "model_throttled");
    assertThat(received.body() + harness.log).doesNotContain("slow down");
    assertThat(modelCalls()).hasSize(1);
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
    assertThat(modelCalls()).hasSize(calls);
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

  private static void assertBroken(Received received, String answer, String code) {
    assertThat(received.answer()).isEqualTo(answer);
    assertThat(received.names()).endsWith("error").doesNotContain("done");
    assertThat(received.last().data().path("code").asText()).isEqualTo(code);
    assertThat(received.text(received.chunks().size() - 1)).isEqualTo(": end\n\n");
    assertThat(received.failure()).isPresent();
    assertThat(received.failure().get().json()).contains(code);
  }
}
