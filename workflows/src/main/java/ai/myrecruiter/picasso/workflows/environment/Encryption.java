package ai.myrecruiter.picasso.workflows.environment;

import java.time.Duration;

/**
 * The environment's own keys.
 *
 * @param rotation how often KMS makes new key material, 90 to 2560 days
 * @param deletionWindow how long a deleted key can be had back, 7 to 30 days
 */
public record Encryption(Duration rotation, Duration deletionWindow) {
  /** Checks the ranges. */
  public Encryption {
    EnvironmentRules.ROTATION.require("$.rotation", rotation);
    EnvironmentRules.DELETION_WINDOW.require("$.deletionWindow", deletionWindow);
  }
}
