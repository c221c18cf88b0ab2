package ai.myrecruiter.picasso.runtime.jwt;

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
 * A vector and what must become of it.
 *
 * @param keyed whether its group's key is one that a ring may hold
 */
record WycheproofVector(int id, String comment, String jws, String result, boolean keyed) {
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+");

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
    /** Called valid, but not of an algorithm of ours: refused all the same. */
    REFUSE_OUT_OF_SCOPE,
    /** Called invalid by mistake: accepted, being a good token. */
    ACCEPT_AGAINST_LABEL,
    /** Called valid, but not canonical base64url, or over 2 KB: refused by our rules. */
    REFUSE_AGAINST_LABEL;

    boolean accepts() {
      return this == ACCEPT || this == ACCEPT_AGAINST_LABEL;
    }
  }

  Expectation expectation() {
    if (!result.equals("valid")) {
      return keyed && lostItsPadding() ? Expectation.ACCEPT_AGAINST_LABEL : Expectation.REFUSE;
    }
    if (!algorithmOfOurs()) {
      return Expectation.REFUSE_OUT_OF_SCOPE;
    }
    return canonical() ? Expectation.ACCEPT : Expectation.REFUSE_AGAINST_LABEL;
  }

  /** RFC 7515 section 2: base64url without any additional character; and one text a meaning. */
  private boolean canonical() {
    return jws.length() <= CompactJws.MAX_BYTES
        && COMPACT.matcher(jws).matches()
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

  private boolean algorithmOfOurs() {
    try {
      var alg = Header.read(CompactJws.parse(jws).header()).alg();
      return alg.equals("ES256") || alg.equals("HS256");
    } catch (Refused notReadable) {
      return true;
    }
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
