package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** One rule about one value, used by the record that holds the value and by the reader. */
record Range<T>(Predicate<T> holds, Function<T, String> print, String rule, String fix) {
  List<Finding> check(String path, T value) {
    return holds.test(value)
        ? List.of()
        : List.of(new Finding(path, print.apply(value), rule, fix));
  }

  void require(String path, T value) {
    InvalidInput.when(check(path, value));
  }
}
