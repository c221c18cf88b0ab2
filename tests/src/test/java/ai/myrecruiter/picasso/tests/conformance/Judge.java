package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.asl.DefinitionRefused;
import ai.myrecruiter.picasso.local.engine.asl.Finding;
import ai.myrecruiter.picasso.tests.conformance.Verdict.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;

/** Replays a case and compares. */
final class Judge {
  private Judge() {}

  static Verdict judge(RecordedCase recorded) {
    var replay = new Replay(recorded);
    try {
      var answer = replay.answer();
      if (recorded.isOlderThanRedrive()) {
        Nested.without("RedriveCount", answer);
      }
      var difference = difference(recorded, answer);
      return difference
          .<Verdict>map(text ->
              new Verdict.Differs(
                  replay.lacksOutcomes() ? Trouble.NO_OUTCOME : Trouble.ANSWER, text))
          .orElseGet(Verdict.Agrees::new);
    } catch (StepFunctionsException refusal) {
      return refused(refusal);
    } catch (RuntimeException defect) {
      return new Verdict.Differs(Trouble.ANSWER, "it cannot be replayed: " + defect);
    }
  }

  /** What the engine does not run it refuses by name; that is told from other refusals. */
  private static Verdict refused(StepFunctionsException refusal) {
    var unsupported =
        refusal.getCause() instanceof DefinitionRefused refused
            ? refused.findings().stream()
                .filter(f -> f.code() == Finding.Code.NOT_SUPPORTED_BY_THE_STAGE)
                .map(Finding::toString)
                .distinct()
                .collect(Collectors.joining("; "))
            : "";
    return unsupported.isEmpty()
        ? new Verdict.Differs(
            Trouble.ANSWER, "the engine refused the case: " + refusal.explanation())
        : new Verdict.Differs(Trouble.REFUSED, "refused as out of scope: " + unsupported);
  }

  private static Optional<String> difference(RecordedCase recorded, JsonNode answer) {
    return ofHistory(recorded.history(), answer.path("events")).or(() -> ofEnd(recorded, answer));
  }

  private static Optional<String> ofEnd(RecordedCase recorded, JsonNode answer) {
    var expected = recorded.expected();
    for (var field : expected.properties()) {
      boolean comparable =
          switch (field.getKey()) {
            // What an execution that was still running will come to was not recorded.
            case "lastEvent", "status" -> !field.getValue().isNull() && !isCut(recorded.history());
            case "ResponseMetadata" -> false;
            default -> true;
          };
      if (comparable) {
        var difference =
            Comparison.difference(field.getValue(), answer.path(field.getKey()))
                .map(text -> "/" + field.getKey() + " " + text);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  /** Events that were recorded of a running execution are the first ones of its history. */
  private static Optional<String> ofHistory(JsonNode recorded, JsonNode answered) {
    if (recorded.isMissingNode()) {
      return Optional.empty();
    }
    int size = isCut(recorded) ? recorded.size() : Math.max(recorded.size(), answered.size());
    for (int i = 0; i < size; i++) {
      int number = i + 1;
      var difference = Comparison.difference(recorded.path(i), answered.path(i));
      if (difference.isPresent()) {
        return difference.map(text -> "event " + number + " " + text);
      }
    }
    return Optional.empty();
  }

  private static boolean isCut(JsonNode history) {
    return !history.isMissingNode()
        && !history
            .path(history.size() - 1)
            .path("type")
            .asText()
            .matches("Execution(Succeeded|Failed|Aborted|TimedOut)");
  }
}
