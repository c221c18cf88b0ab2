package ai.myrecruiter.picasso.local.rehearsal.baseline;

/**
 * Predefined deployment configurations of AWS CodeDeploy for Lambda. Source: CodeDeploy user guide,
 * "Predefined deployment configurations for an AWS Lambda compute platform":
 * Canary10Percent5Minutes shifts 10 percent in the first increment and the remaining 90 five
 * minutes later; Linear10PercentEvery1Minute shifts 10 percent every minute until all is shifted.
 */
enum Shifting {
  CANARY_10_PERCENT_5_MINUTES("Canary10Percent5Minutes", 5) {
    @Override
    double share(int minute) {
      return minute < 5 ? 0.1 : 1;
    }
  },
  LINEAR_10_PERCENT_EVERY_1_MINUTE("Linear10PercentEvery1Minute", 9) {
    @Override
    double share(int minute) {
      return Math.min(1, 0.1 * (minute + 1));
    }
  };

  final String label;

  /** After how many minutes all traffic is shifted, and the deployment with its alarms is over. */
  final int minutes;

  Shifting(String label, int minutes) {
    this.label = label;
    this.minutes = minutes;
  }

  /** The new version's share in a minute of the deployment, counted from 0. */
  abstract double share(int minute);
}
