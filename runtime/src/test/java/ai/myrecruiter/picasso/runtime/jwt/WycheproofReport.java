package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.jwt.WycheproofVector.Expectation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts vectors by what had to become of them, and lists those of which it did not. */
final class WycheproofReport {
  private final Map<Expectation, Integer> counts = new EnumMap<>(Expectation.class);
  private final List<String> wrong = new ArrayList<>();
  private final List<String> againstLabel = new ArrayList<>();
  private int invalidAccepted;
  private int validRefused;

  void add(WycheproofVector vector, boolean accepted) {
    var expectation = vector.expectation();
    counts.merge(expectation, 1, Integer::sum);
    if (expectation == Expectation.ACCEPT_AGAINST_LABEL
        || expectation == Expectation.REFUSE_AGAINST_LABEL) {
      againstLabel.add("tcId " + vector.id() + " (" + vector.comment() + ")");
    }
    if (accepted != expectation.accepts()) {
      wrong.add(
          "tcId %d (%s, %s): %s"
              .formatted(
                  vector.id(),
                  vector.comment(),
                  vector.result(),
                  accepted ? "accepted, must be refused" : "refused, must be accepted"));
      if (accepted) {
        invalidAccepted++;
      } else {
        validRefused++;
      }
    }
  }

  /** Whether there was something to judge and all of it was right. */
  boolean passed() {
    return total() > 0 && wrong.isEmpty();
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Expectation expectation) {
    return counts.getOrDefault(expectation, 0);
  }

  int invalidAccepted() {
    return invalidAccepted;
  }

  int validRefused() {
    return validRefused;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append("wycheproof: %d vectors%n".formatted(total()));
    line(text, "valid, in scope, to be accepted", count(Expectation.ACCEPT));
    line(text, "invalid, to be refused", count(Expectation.REFUSE));
    line(text, "valid of other algorithms, refused", count(Expectation.REFUSE_OUT_OF_SCOPE));
    line(text, "decided against their label, see below", againstLabel.size());
    line(text, "invalid ones accepted", invalidAccepted);
    line(text, "valid ones in scope refused", validRefused);
    againstLabel.forEach(each -> text.append("  against its label: %s%n".formatted(each)));
    wrong.forEach(each -> text.append("  WRONG: %s%n".formatted(each)));
    return text.append(passed() ? "passed" : "FAILED").toString();
  }

  private static void line(StringBuilder text, String what, int count) {
    text.append("  %4d %s%n".formatted(count, what));
  }
}
