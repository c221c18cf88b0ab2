package ai.myrecruiter.picasso.runtime.jwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A refresh token's text and the hash under which it is stored. */
record RefreshSecret(String value) {
  private static final int BYTES = 32;
  // 43 characters hold 258 bits: the last one has two to spare, which must be zero.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  static RefreshSecret draw(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshSecret(encoded(bytes));
  }

  static Optional<RefreshSecret> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RefreshSecret(text)) : Optional.empty();
  }

  /** SHA-256 in base64url: 256 random bits need no salt and no slow hash. */
  String hash() {
    try {
      return encoded(
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "RefreshSecret";
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
