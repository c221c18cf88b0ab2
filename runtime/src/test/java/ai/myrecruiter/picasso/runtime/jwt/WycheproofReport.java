package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.jwt.WycheproofVector.Expectation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts vectors by what had to become of them, and lists those of which it did not. */
final class WycheproofReport {
  private final int announced;
  private final Map<Expectation, Integer> counts = new EnumMap<>(Expectation.class);
  private final Map<String, Integer> otherAlgorithms = new TreeMap<>();
  private final Map<String, Integer> noSignatures = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> againstLabel = new ArrayList<>();
  private int invalidAccepted;
  private int validRefused;

  /**
   * A report of nothing yet.
   *
   * @param announced how many vectors the file says it has, 0 if it does not say
   */
  WycheproofReport(int announced) {
    this.announced = announced;
  }

  void add(WycheproofVector vector, boolean accepted) {
    var expectation = vector.expectation();
    counts.merge(expectation, 1, Integer::sum);
    switch (expectation) {
      case ACCEPT_AGAINST_LABEL, REFUSE_AGAINST_LABEL ->
          againstLabel.add(
              "tcId %d (%s): %s".formatted(vector.id(), vector.comment(), vector.ruling()));
      case REFUSE_OUT_OF_SCOPE -> otherAlgorithms.merge(vector.algorithm(), 1, Integer::sum);
      case ACCEPT, REFUSE, EITHER -> {}
    }
    if (expectation != Expectation.EITHER && accepted != expectation.accepts()) {
      wrong(vector, accepted);
    }
  }

  private void wrong(WycheproofVector vector, boolean accepted) {
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

  /** Counts a vector that nothing can be said of, by what it is. */
  void noSignature(String what) {
    noSignatures.merge(what, 1, Integer::sum);
  }

  /** Whether there was something to judge, all of it was there, and all of it was right. */
  boolean passed() {
    return total() > 0 && wrong.isEmpty() && complete();
  }

  private boolean complete() {
    return announced == 0 || announced == total() + sum(noSignatures);
  }

  int total() {
    return sum(counts);
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
    text.append("wycheproof: %d vectors%n".formatted(total() + sum(noSignatures)));
    line(text, "valid, in scope, to be accepted", count(Expectation.ACCEPT));
    line(text, "invalid, to be refused", count(Expectation.REFUSE));
    line(text, "acceptable, either way", count(Expectation.EITHER));
    line(text, "valid of other algorithms, refused" + by(otherAlgorithms), sum(otherAlgorithms));
    line(text, "decided against their label, see below", againstLabel.size());
    line(text, "no signatures, not judged" + by(noSignatures), sum(noSignatures));
    line(text, "invalid ones accepted", invalidAccepted);
    line(text, "valid ones in scope refused", validRefused);
    againstLabel.forEach(each -> text.append("  against its label: %s%n".formatted(each)));
    wrong.forEach(each -> text.append("  WRONG: %s%n".formatted(each)));
    if (!complete()) {
      text.append(
          "  WRONG: the file says it has %d vectors, and %d were read%n"
              .formatted(announced, total() + sum(noSignatures)));
    }
    return text.append(passed() ? "passed" : "FAILED").toString();
  }

  private static String by(Map<String, Integer> parts) {
    return parts.isEmpty() ? "" : " " + parts.toString().replace('=', ' ');
  }

  private static int sum(Map<?, Integer> parts) {
    return parts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void line(StringBuilder text, String what, int count) {
    text.append("  %4d %s%n".formatted(count, what));
  }
}
