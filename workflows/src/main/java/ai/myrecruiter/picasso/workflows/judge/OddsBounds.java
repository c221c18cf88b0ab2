package ai.myrecruiter.picasso.workflows.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Confidence sequence of the odds ratio on the grid of alternatives, each side at 1 - alpha and
 * valid at every look. The running product of an alternative w is its likelihood ratio against "no
 * difference", so the difference of two of them is the likelihood ratio of one against the other:
 * an odds ratio is excluded when the mean over those on its one side reaches 1/alpha against it.
 *
 * @param atLeast the largest odds ratio that is excluded as too small; absent when none is
 * @param atMost the smallest odds ratio that is excluded as too large; absent when none is
 */
public record OddsBounds(Optional<Double> atLeast, Optional<Double> atMost) {

  /** Nothing is excluded. */
  static final OddsBounds NONE = new OddsBounds(Optional.empty(), Optional.empty());

  private static final List<Double> GRID =
      Stream.concat(Stream.of(1.0), ErrorProcess.ALTERNATIVES.stream()).toList();

  static OddsBounds of(ErrorProcess process, double alpha) {
    var logs = Stream.concat(Stream.of(0.0), process.logProducts().stream()).toList();
    var limit = StrictMath.log(1 / alpha);
    var atLeast = Optional.<Double>empty();
    var atMost = Optional.<Double>empty();
    for (var i = 0; i < GRID.size() - 1; i++) {
      if (LogSpace.logMean(logs.subList(i + 1, logs.size())) - logs.get(i) >= limit) {
        atLeast = Optional.of(GRID.get(i));
      }
    }
    for (var i = GRID.size() - 1; i > 0; i--) {
      if (LogSpace.logMean(logs.subList(0, i)) - logs.get(i) >= limit) {
        atMost = Optional.of(GRID.get(i));
      }
    }
    return new OddsBounds(atLeast, atMost);
  }
}
