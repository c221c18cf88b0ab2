package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A statistic of a period, by CloudWatch's name for it. */
sealed interface Stat {
  Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

  /** The value for a period that has samples, if the samples allow it. */
  OptionalDouble of(Bucket bucket);

  /**
   * The statistic {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code
   * SampleCount} or a percentile such as {@code p99} or {@code p99.9}.
   */
  static Stat parse(String name) {
    var percentile = PERCENTILE.matcher(name);
    if (percentile.matches()) {
      return new Percentile(Double.parseDouble(percentile.group(1)));
    }
    for (var simple : Simple.values()) {
      if (simple.label.equals(name)) {
        return simple;
      }
    }
    throw CloudWatchErrors.invalid(
        "statistic '%s' is not one of the stage: Sum, Average, Minimum, Maximum, SampleCount or pNN"
            .formatted(name));
  }

  /** Statistics that need only a summary. */
  enum Simple implements Stat {
    SUM("Sum"),
    AVERAGE("Average"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum"),
    SAMPLE_COUNT("SampleCount");

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
}
