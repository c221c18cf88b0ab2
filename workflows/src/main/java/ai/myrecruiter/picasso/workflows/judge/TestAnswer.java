package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.List;

/**
 * What one test said, short enough to be kept for every look.
 *
 * @param test its name
 * @param verdict what it said
 * @param value its e-value, 0 or more
 */
public record TestAnswer(String test, Verdict verdict, double value) {
  /** The names of all tests. */
  public static final List<String> TESTS =
      List.of("errors", "objective", "latency", "throttles", "routing");

  /** Refuses tests that there are not and values that no e-value has. */
  public TestAnswer {
    InvalidInput.unless(
        TESTS.contains(test),
        "$.test",
        test,
        "must be one of " + String.join(", ", TESTS),
        "use a file written by this version or an earlier one");
    InvalidInput.unless(
        value >= 0 && Double.isFinite(value),
        "$.value",
        value,
        "must be a finite number of 0 or more",
        "use the file as it was exported");
  }

  /** The answers of a judgement. */
  public static List<TestAnswer> of(Judgement judgement) {
    return judgement.tests().stream()
        .map(test -> new TestAnswer(test.name(), test.verdict(), test.value()))
        .toList();
  }
}
