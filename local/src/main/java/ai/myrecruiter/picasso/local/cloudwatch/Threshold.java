package ai.myrecruiter.picasso.local.cloudwatch;

import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;

/** What a value is compared with; a value that meets the comparison is breaching. */
record Threshold(ComparisonOperator operator, double value) {
  Threshold {
    words(operator);
  }

  boolean breaches(double datapoint) {
    return switch (operator) {
      case GREATER_THAN_THRESHOLD -> datapoint > value;
      case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> datapoint >= value;
      case LESS_THAN_THRESHOLD -> datapoint < value;
      case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> datapoint <= value;
      case LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD,
          LESS_THAN_LOWER_THRESHOLD,
          GREATER_THAN_UPPER_THRESHOLD,
          UNKNOWN_TO_SDK_VERSION ->
          throw refused(operator);
    };
  }

  /** The comparison in the words of a state reason. */
  String words() {
    return words(operator);
  }

  private static String words(ComparisonOperator operator) {
    return switch (operator) {
      case GREATER_THAN_THRESHOLD -> "greater than";
      case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> "greater than or equal to";
      case LESS_THAN_THRESHOLD -> "less than";
      case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> "less than or equal to";
      case LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD,
          LESS_THAN_LOWER_THRESHOLD,
          GREATER_THAN_UPPER_THRESHOLD,
          UNKNOWN_TO_SDK_VERSION ->
          throw refused(operator);
    };
  }

  private static RuntimeException refused(ComparisonOperator operator) {
    return CloudWatchErrors.invalid(
        "comparison %s is not one of the stage: it has no anomaly detection".formatted(operator));
  }
}
