package ai.myrecruiter.picasso.infra.environment;

import java.util.List;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What differs between environments; everything else is the same by construction.
 *
 * @param name {@code staging} or {@code production}; part of every resource name
 * @param domain host of the chat page, the only origin that a browser may call from
 * @param keepsData whether tables refuse deletion and outlive their stack
 * @param recoveryDays how far back a table can be restored, 1 to 35 days
 * @param logRetention how long logs are kept
 */
public record EnvironmentSettings(
    String name, String domain, boolean keepsData, int recoveryDays, RetentionDays logRetention) {
  /** Where releases are tried first. */
  public static final EnvironmentSettings STAGING =
      new EnvironmentSettings(
          "staging", "staging-chat.myrecruiter.ai", false, 7, RetentionDays.ONE_MONTH);

  /** Where patients are. */
  public static final EnvironmentSettings PRODUCTION =
      new EnvironmentSettings(
          "production", "chat.myrecruiter.ai", true, 35, RetentionDays.ONE_YEAR);

  /** Every environment that is synthesized. */
  public static final List<EnvironmentSettings> ALL = List.of(STAGING, PRODUCTION);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming value, rule and fix
   */
  public EnvironmentSettings {
    if (!name.matches("[a-z]{2,16}")) {
      throw new IllegalArgumentException(
          "environment name '%s' must be 2 to 16 small letters: it is part of every resource name"
              .formatted(name));
    }
    if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      throw new IllegalArgumentException(
          "domain '%s' of %s must be a host name without scheme or path, such as chat.example.com"
              .formatted(domain, name));
    }
    if (recoveryDays < 1 || recoveryDays > 35) {
      throw new IllegalArgumentException(
          "recoveryDays %d of %s must be 1 to 35, the range of point-in-time recovery"
              .formatted(recoveryDays, name));
    }
  }

  /** The name of one of the environment's resources: {@code picasso-<environment>-<what>}. */
  public String named(String what) {
    return "picasso-" + name + "-" + what;
  }

  /** The master function of the payload, which rollouts move. */
  public String chatFunction() {
    return named("chat");
  }

  /** The streaming function of the payload. */
  public String streamingFunction() {
    return named("streaming");
  }

  /** The alarms that start {@code rollback}. */
  public List<String> rollbackAlarms() {
    return List.of(named("cross-tenant-attempts"), named("chat-errors"));
  }
}
