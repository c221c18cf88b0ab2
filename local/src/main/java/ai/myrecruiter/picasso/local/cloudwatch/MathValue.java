package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.OptionalDouble;

/** What a metric math expression gives: one number, or a number for some periods. */
sealed interface MathValue {
  /** The value at a period, if there is one. */
  OptionalDouble at(Instant instant);

  /** The same number at every period. */
  record Scalar(double value) implements MathValue {
    @Override
    public OptionalDouble at(Instant instant) {
      return OptionalDouble.of(value);
    }
  }

  /**
   * Numbers by the start of their period; may be a view of the store's, to be read before the next
   * value is recorded.
   */
  record Series(Points points) implements MathValue {
    @Override
    public OptionalDouble at(Instant instant) {
      return points.at(instant);
    }
  }
}
