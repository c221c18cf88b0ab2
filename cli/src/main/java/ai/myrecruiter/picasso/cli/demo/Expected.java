package ai.myrecruiter.picasso.cli.demo;

/** How a scenario has to end. */
sealed interface Expected {
  /** For people. */
  default String words() {
    return switch (this) {
      case Promotion _ -> "is to be promoted, baked and closed";
      case RollbackByJudge _ -> "is to be caught by the judge and rolled back";
      case RollbackByAlarm(var alarm) ->
          "is to be rolled back by alarm " + alarm + " while the judge is content";
    };
  }

  /** The new version serves everything after its bake. */
  record Promotion() implements Expected {}

  /** The judge decides against it. */
  record RollbackByJudge() implements Expected {}

  /**
   * An alarm takes the running rollout over.
   *
   * @param alarm full name of the alarm
   */
  record RollbackByAlarm(String alarm) implements Expected {}
}
