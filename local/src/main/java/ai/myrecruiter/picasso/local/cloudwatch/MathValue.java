package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

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

  /** Numbers by the start of their period. */
  record Series(NavigableMap<Instant, Double> points) implements MathValue {
    /** Keeps a copy. */
    public Series {
      points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }

    @Override
    public OptionalDouble at(Instant instant) {
      var point = points.get(instant);
      return point == null ? OptionalDouble.empty() : OptionalDouble.of(point);
    }
  }
}
