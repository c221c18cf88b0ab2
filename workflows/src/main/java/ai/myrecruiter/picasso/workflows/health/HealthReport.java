package ai.myrecruiter.picasso.workflows.health;

import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer of a health validation.
 *
 * @param verdict over all checks
 * @param checks what each found
 * @param sentence the same for a person
 */
public record HealthReport(Verdict verdict, List<CheckResult> checks, String sentence) {
  /** Copies the checks. */
  public HealthReport {
    checks = List.copyOf(checks);
  }

  /**
   * The report on some checks: any FAIL fails it; else any check that was not evaluated, or no
   * check at all, leaves it INCONCLUSIVE.
   */
  public static HealthReport of(List<CheckResult> checks) {
    var verdict = Verdict.of(checks.stream().map(CheckResult::verdict).toList());
    return new HealthReport(verdict, checks, sentence(verdict, checks));
  }

  private static String sentence(Verdict verdict, List<CheckResult> checks) {
    if (checks.isEmpty()) {
      return "Nothing was checked.";
    }
    return switch (verdict) {
      case PASS -> "All %s checks passed.".formatted(checks.size());
      case FAIL, INCONCLUSIVE ->
          checks.stream()
              .filter(check -> check.verdict() == verdict)
              .map(check -> check.name() + ": " + check.sentence())
              .collect(Collectors.joining(" "));
    };
  }
}
