package ai.myrecruiter.picasso.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptedAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "I have CHEST pain,emergency number",
    "May I book a visit?,Appointments",
    "When are you open?,eight to six",
    "I need a refill,under Medication",
    "Where is my lab result?,Results appear",
    "What is your name?,Thank you",
    "'',Thank you"
  })
  void answersByTheWordsOfTheQuestion(String question, String part) {
    assertThat(ScriptedAnswers.answer(question))
        .contains(part)
        .isEqualTo(ScriptedAnswers.answer(question));
  }

  @Test
  void putsAnEmergencyBeforeEverythingElse() {
    assertThat(ScriptedAnswers.answer("Can I book an appointment for chest pain?"))
        .contains("emergency");
  }

  @Test
  void repeatsNothingOfTheQuestion() {
    assertThat(ScriptedAnswers.answer("I am Ada Example, born 1990, book me in"))
        .doesNotContain("Ada", "1990");
  }

  @Test
  void splitsAnAnswerIntoWordsThatMakeItWholeAgain() {
    var answer = ScriptedAnswers.answer("hours");
    var tokens = ScriptedAnswers.tokens(answer);
    assertThat(String.join("", tokens)).isEqualTo(answer);
    assertThat(tokens).hasSize(answer.split(" ", -1).length);
    assertThat(tokens.subList(1, tokens.size())).allMatch(token -> token.startsWith(" "));
  }

  @Test
  void pausesBeforeTheFirstTokenAndBetweenTokens() {
    var steps =
        ((ModelAnswer.Streamed)
                new ScriptedAnswers(Duration.ofMillis(5), Duration.ofMillis(2))
                    .apply(call("hours")))
            .steps();
    int tokens = ScriptedAnswers.tokens(ScriptedAnswers.answer("hours")).size();
    assertThat(steps)
        .containsOnlyOnce(new StreamStep.Pause(Duration.ofMillis(5)))
        .filteredOn(new StreamStep.Pause(Duration.ofMillis(2))::equals)
        .hasSize(tokens - 1);
  }

  @Test
  void pausesNeverIfItNeedNot() {
    var answer = new ScriptedAnswers(Duration.ZERO, Duration.ZERO).apply(call("hours"));
    assertThat(((ModelAnswer.Streamed) answer).steps())
        .noneMatch(StreamStep.Pause.class::isInstance);
  }

  private static ModelCall call(String question) {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.putArray("messages").addObject().putArray("content").addObject().put("text", question);
    return new ModelCall("model", request);
  }
}
