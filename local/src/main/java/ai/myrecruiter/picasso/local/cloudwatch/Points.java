package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Values by the start of their period, in its order. A period comes after those before it as a
 * rule, so a value goes to the end and seldom in between.
 */
final class Points {
  private final List<Instant> periods;
  private final List<Double> values;

  /** No values yet. */
  Points() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private Points(List<Instant> periods, List<Double> values) {
    this.periods = periods;
    this.values = values;
  }

  /** Gives a period a value, instead of the one that it has. */
  void put(Instant period, double value) {
    int place = place(period);
    if (place >= 0) {
      values.set(place, value);
    } else {
      periods.add(-place - 1, period);
      values.add(-place - 1, value);
    }
  }

  void remove(Instant period) {
    int place = place(period);
    if (place >= 0) {
      periods.remove(place);
      values.remove(place);
    }
  }

  /** The value of a period, if it has one. */
  OptionalDouble at(Instant period) {
    int place = place(period);
    return place >= 0 ? OptionalDouble.of(values.get(place)) : OptionalDouble.empty();
  }

  /** The value of the latest period that begins by an instant, if there is one. */
  OptionalDouble latest(Instant until) {
    int place = place(until);
    int last = place >= 0 ? place : -place - 2;
    return last >= 0 ? OptionalDouble.of(values.get(last)) : OptionalDouble.empty();
  }

  /** Those of the periods from an instant to another, exclusive: a view. */
  Points between(Instant start, Instant end) {
    int first = firstFrom(start);
    int last = Math.max(first, firstFrom(end));
    return new Points(periods.subList(first, last), values.subList(first, last));
  }

  /** These and one that comes after them. */
  Points plus(Instant period, double value) {
    var all = new Points(new ArrayList<>(periods), new ArrayList<>(values));
    all.put(period, value);
    return all;
  }

  /** The starts of the periods that have a value, a view. */
  List<Instant> periods() {
    return Collections.unmodifiableList(periods);
  }

  /** The values in the order of their periods, a view. */
  List<Double> values() {
    return Collections.unmodifiableList(values);
  }

  private int firstFrom(Instant period) {
    int place = place(period);
    return place >= 0 ? place : -place - 1;
  }

  private int place(Instant period) {
    return Collections.binarySearch(periods, period);
  }
}
