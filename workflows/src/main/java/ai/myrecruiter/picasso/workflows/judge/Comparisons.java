package ai.myrecruiter.picasso.workflows.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Several comparisons that spend one budget together: the mean of e-values is an e-value.
 *
 * @param parts the comparisons
 * @param peakLogE natural logarithm of the largest e-value so far, 0 at the start; once over the
 *     limit, always over
 */
public record Comparisons(List<Comparison> parts, double peakLogE) {
  /** Copies the parts. */
  public Comparisons {
    parts = List.copyOf(parts);
  }

  /** A number of comparisons before the first look. */
  static Comparisons start(int count) {
    return new Comparisons(Collections.nCopies(count, Comparison.START), 0);
  }

  Comparisons look(List<Tally> ofStable, List<Tally> ofCandidate) {
    var next = new ArrayList<Comparison>(parts.size());
    for (var i = 0; i < parts.size(); i++) {
      next.add(parts.get(i).look(ofStable.get(i), ofCandidate.get(i)));
    }
    return new Comparisons(next, Math.max(peakLogE, logE(next)));
  }

  /** A look by sums since the present stage began, at versions of which the new one is colder. */
  Comparisons lookOfStage(List<Tally> ofStable, List<Tally> ofCandidate) {
    var next = new ArrayList<Comparison>(parts.size());
    for (var i = 0; i < parts.size(); i++) {
      next.add(parts.get(i).lookOfStage(ofStable.get(i), ofCandidate.get(i)));
    }
    return new Comparisons(next, Math.max(peakLogE, logE(next)));
  }

  Comparisons newStage() {
    return new Comparisons(parts.stream().map(Comparison::newStage).toList(), peakLogE);
  }

  /** Natural logarithm of the present e-value; 0 without parts. */
  public double logE() {
    return logE(parts);
  }

  private static double logE(List<Comparison> parts) {
    return parts.isEmpty()
        ? 0
        : LogSpace.logMean(parts.stream().map(part -> part.process().logE()).toList());
  }
}
