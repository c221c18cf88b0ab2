package ai.myrecruiter.picasso.local.cloudwatch;

/** How an alarm treats periods without data when there is too little of it. */
enum MissingData {
  MISSING("missing"),
  IGNORE("ignore"),
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching");

  private final String label;

  MissingData(String label) {
    this.label = label;
  }

  static MissingData of(String label) {
    for (var treatment : values()) {
      if (treatment.label.equals(label)) {
        return treatment;
      }
    }
    throw CloudWatchErrors.invalid(
        "TreatMissingData '%s' is not missing, ignore, breaching or notBreaching".formatted(label));
  }
}
