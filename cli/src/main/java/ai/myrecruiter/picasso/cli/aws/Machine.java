package ai.myrecruiter.picasso.cli.aws;

import ai.myrecruiter.picasso.workflows.Environment;

/** The state machines that commands start. */
public enum Machine {
  /** Rolls out. */
  ROLLOUT("rollout"),
  /** Goes back. */
  ROLLBACK("rollback"),
  /** Asks whether the service is well. */
  HEALTH("health-validation");

  private final String feature;

  Machine(String feature) {
    this.feature = feature;
  }

  String nameIn(Environment environment) {
    return environment.prefix() + feature;
  }
}
