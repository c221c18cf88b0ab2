package ai.myrecruiter.picasso.tests.conformance;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Verdicts on a file of cases. */
final class Tally {
  private final Map<RecordedCase, Verdict> verdicts = new LinkedHashMap<>();

  void add(RecordedCase recorded, Verdict verdict) {
    verdicts.put(recorded, verdict);
  }

  /** Whether all cases agree, but for listed exceptions; a file without cases proves nothing. */
  boolean isGood() {
    return !verdicts.isEmpty()
        && verdicts.values().stream().noneMatch(Verdict.Differs.class::isInstance);
  }

  void print(PrintStream out) {
    long agree = verdicts.values().stream().filter(Verdict.Agrees.class::isInstance).count();
    out.printf("%d of %d cases agree%n%n", agree, verdicts.size());
    printFeatures(out);
    verdicts.forEach((recorded, verdict) -> {
      if (verdict instanceof Verdict.Differs(_, var difference)) {
        out.printf("%nDISAGREES %s%n  %s%n", recorded.name(), difference);
      }
    });
    printExceptions(out);
  }

  private void printFeatures(PrintStream out) {
    var rows = new TreeMap<String, long[]>();
    verdicts.forEach((recorded, verdict) ->
        recorded
            .features()
            .forEach(feature -> {
              var row = rows.computeIfAbsent(feature, _ -> new long[2]);
              row[0] += verdict instanceof Verdict.Agrees ? 1 : 0;
              row[1]++;
            }));
    out.printf("%-40s %6s %6s%n", "FEATURE", "AGREE", "CASES");
    rows.forEach((feature, row) -> out.printf("%-40s %6d %6d%n", feature, row[0], row[1]));
  }

  private void printExceptions(PrintStream out) {
    verdicts.forEach((recorded, verdict) -> {
      if (verdict instanceof Verdict.Excepted(var reason, var difference)) {
        out.printf("%nEXCEPTED %s%n  because %s%n  %s%n", recorded.name(), reason, difference);
      }
    });
  }
}
