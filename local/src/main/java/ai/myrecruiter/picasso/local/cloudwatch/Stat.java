package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statistic of a period, by CloudWatch's name for it. */
sealed interface Stat {
  Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

  Pattern TRIMMED_COUNT = Pattern.compile("TC\\((\\d+(?:\\.\\d+)?)?:(\\d+(?:\\.\\d+)?)?\\)");

  /** The value for a period that has samples, if the samples allow it. */
  OptionalDouble of(Bucket bucket);

  /**
   * The statistic {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code
   * SampleCount}, a percentile such as {@code p99} or {@code p99.9}, or a count between two values
   * such as {@code TC(800:)}.
   */
  static Stat parse(String name) {
    for (var simple : Simple.ALL) {
      if (simple.label.equals(name)) {
        return simple;
      }
    }
    var percentile = PERCENTILE.matcher(name);
    if (percentile.matches()) {
      return new Percentile(Double.parseDouble(percentile.group(1)));
    }
    var count = TRIMMED_COUNT.matcher(name);
    if (count.matches()) {
      return new Between(
          bound(count.group(1), Double.NEGATIVE_INFINITY),
          bound(count.group(2), Double.POSITIVE_INFINITY));
    }
    throw CloudWatchErrors.invalid(
        "statistic '%s' is not one of the stage: Sum, Average, Minimum, Maximum, SampleCount, pNN or TC(n:m)"
            .formatted(name));
  }

  private static double bound(@Nullable String text, double none) {
    return text == null ? none : Double.parseDouble(text);
  }

  /** Statistics that need only a summary. */
  enum Simple implements Stat {
    SUM("Sum"),
    AVERAGE("Average"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum"),
    SAMPLE_COUNT("SampleCount");

    private static final List<Simple> ALL = List.of(values());
    private final String label;

    Simple(String label) {
      this.label = label;
    }

    @Override
    public OptionalDouble of(Bucket bucket) {
      return OptionalDouble.of(
          switch (this) {
            case SUM -> bucket.sum();
            case AVERAGE -> bucket.sum() / bucket.samples();
            case MINIMUM -> bucket.minimum();
            case MAXIMUM -> bucket.maximum();
            case SAMPLE_COUNT -> bucket.samples();
          });
    }
  }

  /** The value that a share of the samples, 0 to 100 %, does not exceed. */
  record Percentile(double percent) implements Stat {
    @Override
    public OptionalDouble of(Bucket bucket) {
      return bucket.percentile(percent);
    }
  }

  /** How many samples lie above one value and not above another. */
  record Between(double above, double upTo) implements Stat {
    @Override
    public OptionalDouble of(Bucket bucket) {
      return bucket.between(above, upTo);
    }
  }
}
