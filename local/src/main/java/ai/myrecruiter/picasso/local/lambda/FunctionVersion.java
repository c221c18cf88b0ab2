package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;

/**
 * A function at one moment: {@code $LATEST} as it is now, or a published version as it will always
 * be.
 *
 * @param version a number or {@code $LATEST}
 */
record FunctionVersion(
    FunctionSettings settings, Code code, String version, String revisionId, Instant lastModified) {
  /** Whether publishing this again would give nothing new. */
  boolean sameAs(FunctionVersion other) {
    return code.sha256().equals(other.code.sha256())
        && settings.withDescription("").equals(other.settings.withDescription(""));
  }

  String arn(String qualifier) {
    return new FunctionName(settings.name(), java.util.Optional.of(qualifier)).arn();
  }
}
