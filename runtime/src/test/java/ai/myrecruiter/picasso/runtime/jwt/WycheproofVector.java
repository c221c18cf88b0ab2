package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A vector and what must become of it, decided by other means than the code that is tried.
 *
 * @param jws the token; the JSON of one in JSON serialization
 */
record WycheproofVector(int id, String comment, String jws, String result, WycheproofKeys keys) {
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+");

  private static final int MOST_BYTES = 2_048;
  private static final Set<String> OURS = Set.of("ES256", "HS256");
  private static final Set<String> NEVER = Set.of("jwk", "jku", "x5u", "x5c", "crit", "zip", "b64");

  /**
   * The token that upstream publishes under one id as valid and under two others as "invalid
   * padding", byte for byte the same, without any padding in it (issue 236 of C2SP/wycheproof). It
   * is a well-formed token with its key's signature.
   */
  private static final Set<String> LOST_ITS_PADDING =
      Set.of("2f3785868159e2bd3efd39767356c8bf0a93e4aa72cb212663fa18f8e2c84822");

  enum Expectation {
    ACCEPT,
    REFUSE,
    /** Called acceptable: a verifier may take it or not. */
    EITHER,
    /** Called valid, but not of an algorithm of ours: refused all the same. */
    REFUSE_OUT_OF_SCOPE,
    /** Called invalid by mistake: accepted, being a good token. */
    ACCEPT_AGAINST_LABEL,
    /** Called valid, but against a rule of ours, which {@link #ruling} names. */
    REFUSE_AGAINST_LABEL;

    boolean accepts() {
      return this == ACCEPT || this == ACCEPT_AGAINST_LABEL;
    }
  }

  Expectation expectation() {
    return switch (result) {
      case "valid" -> {
        if (!OURS.contains(algorithm()) && !algorithm().isEmpty()) {
          yield Expectation.REFUSE_OUT_OF_SCOPE;
        }
        yield ruling().isEmpty() ? Expectation.ACCEPT : Expectation.REFUSE_AGAINST_LABEL;
      }
      case "acceptable" -> Expectation.EITHER;
      default ->
          keys.usable() && lostItsPadding() ? Expectation.ACCEPT_AGAINST_LABEL : Expectation.REFUSE;
    };
  }

  /** The rule by which the label does not hold; empty where it does. */
  String ruling() {
    if (!result.equals("valid")) {
      return "the text is a good token's, without padding";
    }
    if (jws.startsWith("{")) {
      return "JSON serialization; we take compact tokens only";
    }
    if (jws.length() > MOST_BYTES) {
      return "longer than 2,048 bytes";
    }
    if (!canonical()) {
      return "not canonical base64url (RFC 7515, 2)";
    }
    for (var name : NEVER) {
      if (header().has(name)) {
        return "the header has " + name;
      }
    }
    if (keys.shortSecret()) {
      return "a secret of fewer than 32 bytes (RFC 7518, 3.2)";
    }
    return keys.refusal().orElse("");
  }

  /** What the header names; empty if it cannot be read. */
  String algorithm() {
    return header().path("alg").asText("");
  }

  private JsonNode header() {
    try {
      var bytes = Base64.getUrlDecoder().decode(jws.replaceFirst("\\..*", ""));
      return new ObjectMapper().readTree(bytes);
    } catch (IOException | IllegalArgumentException unreadable) {
      return MissingNode.getInstance();
    }
  }

  /** RFC 7515 section 2: base64url without any additional character; and one text a meaning. */
  private boolean canonical() {
    return COMPACT.matcher(jws).matches()
        && Arrays.stream(jws.split("\\.")).allMatch(WycheproofVector::decodesToItself);
  }

  private static boolean decodesToItself(String part) {
    try {
      var bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException notBase64Url) {
      return false;
    }
  }

  private boolean lostItsPadding() {
    return comment.toLowerCase(Locale.ROOT).contains("padding")
        && LOST_ITS_PADDING.contains(sha256(jws));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
