package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule about one value, used by the record that holds the value and by the reader.
 *
 * @param holds whether a value keeps the rule
 * @param print the value, for a finding
 * @param rule what must hold
 * @param fix what to do about it
 */
public record Range<T>(Predicate<T> holds, Function<T, String> print, String rule, String fix) {
  /** The finding, if the value breaks the rule. */
  public List<Finding> check(String path, T value) {
    return holds.test(value)
        ? List.of()
        : List.of(new Finding(path, print.apply(value), rule, fix));
  }

  /** Refuses a value that breaks the rule. */
  public void require(String path, T value) {
    InvalidInput.when(check(path, value));
  }
}
