package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Where an alias sends its traffic: all to one version, or a share to a second.
 *
 * @param primary the alias's own version
 * @param secondary the version that gets {@code percent}
 * @param percent percent of the traffic on the secondary, above 0 and below 100; 0 without one
 */
public record AliasWeights(
    VersionNumber primary, Optional<VersionNumber> secondary, double percent) {
  /** Checks the share and that the versions differ. */
  public AliasWeights {
    var legal = secondary.isPresent() ? percent > 0 && percent < 100 : percent == 0;
    InvalidInput.unless(
        legal,
        "$.percent",
        percent,
        "must be above 0 and below 100 with a second version, 0 without",
        "point the alias at one version to send it everything");
    InvalidInput.unless(
        !secondary.equals(Optional.of(primary)),
        "$.secondary",
        primary,
        "must be another version than the first",
        "give two versions");
  }

  /** Everything to one version. */
  public static AliasWeights all(VersionNumber version) {
    return new AliasWeights(version, Optional.empty(), 0);
  }

  /** A share to a second version. */
  public static AliasWeights split(VersionNumber primary, VersionNumber secondary, double percent) {
    return new AliasWeights(primary, Optional.of(secondary), percent);
  }

  /** Whether two versions get traffic. */
  @JsonIgnore
  public boolean isSplit() {
    return secondary.isPresent();
  }

  /** Percent of the traffic that a version gets, 0 to 100. */
  public double percentOn(VersionNumber version) {
    if (secondary.equals(Optional.of(version))) {
      return percent;
    }
    return version.equals(primary) ? 100 - percent : 0;
  }

  /**
   * The weights as Lambda's {@code AdditionalVersionWeights}: version to share of 1; empty without
   * a second version. Decimal arithmetic, so that 7 percent is 0.07 and compares equal when read
   * back.
   */
  public Map<String, Double> additionalVersionWeights() {
    return secondary.map(version -> Map.of(version.toString(), shareOf(percent))).orElse(Map.of());
  }

  private static double shareOf(double percent) {
    return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
  }
}
