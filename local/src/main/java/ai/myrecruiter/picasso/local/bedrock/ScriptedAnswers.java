package ai.myrecruiter.picasso.local.bedrock;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The model of the stage: harmless answers of a clinic's chat, chosen by the words of the question
 * and always the same for the same question. It repeats nothing of the question.
 *
 * @param first before the first token, zero or more
 * @param pace between tokens, zero or more
 */
public record ScriptedAnswers(Duration first, Duration pace)
    implements Function<ModelCall, ModelAnswer> {
  private record Topic(List<String> words, String answer) {}

  private static final List<Topic> TOPICS =
      List.of(
          new Topic(
              List.of("emergency", "chest", "breath", "bleed", "stroke"),
              "This may be an emergency. Please call the emergency number now and stay with"
                  + " somebody until help comes."),
          new Topic(
              List.of("appointment", "book", "reschedule", "cancel"),
              "Appointments can be made and moved in the portal under Visits, or by telephone at"
                  + " the front desk. The next free visits are usually within three working days."),
          new Topic(
              List.of("hour", "open", "close", "weekend"),
              "The clinic is open from eight to six on weekdays and from nine to one on Saturdays."
                  + " A nurse answers the telephone at all other times."),
          new Topic(
              List.of("prescription", "refill", "medication", "pill"),
              "A refill can be asked for in the portal under Medication. It is ready after one"
                  + " working day; please keep taking what was prescribed and ask the pharmacist"
                  + " before changing anything."),
          new Topic(
              List.of("result", "lab", "test", "x-ray"),
              "Results appear in the portal as soon as a clinician has looked at them, most within"
                  + " two days. Anything urgent is told by telephone first."));
  private static final String OTHERWISE =
      "Thank you for your question. I can help with visits, opening hours, refills and results; for"
          + " anything about your own health, please ask your care team, who know your history.";

  @Override
  public ModelAnswer apply(ModelCall call) {
    return ModelAnswer.whole(tokens(answer(call.question())), first, pace);
  }

  /** The answer to a question. */
  static String answer(String question) {
    var words = question.toLowerCase(Locale.ROOT);
    return TOPICS.stream()
        .filter(topic -> topic.words().stream().anyMatch(words::contains))
        .findFirst()
        .map(Topic::answer)
        .orElse(OTHERWISE);
  }

  /** An answer in parts as a model sends them: words with the space before them. */
  static List<String> tokens(String answer) {
    return List.of(answer.split("(?= )", -1));
  }
}
