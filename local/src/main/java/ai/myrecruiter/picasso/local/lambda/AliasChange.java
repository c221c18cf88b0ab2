package ai.myrecruiter.picasso.local.lambda;

import java.util.Map;
import java.util.Optional;

/**
 * What a write changes of an alias; what is empty stays.
 *
 * @param weights additional version to share; an empty map takes the split away
 * @param revisionId the write is refused when the alias has another by now
 */
record AliasChange(
    Optional<String> version,
    Optional<Map<String, Double>> weights,
    Optional<String> description,
    Optional<String> revisionId) {
  /** Another version, and nothing else. */
  static AliasChange of(String version) {
    return new AliasChange(
        Optional.of(version), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
