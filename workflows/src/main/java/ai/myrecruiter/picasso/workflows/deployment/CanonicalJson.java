package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** Digests of JSON that do not depend on white space, order of keys or forms of numbers. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * SHA-256, in lower-case hexadecimal, of the canonical form (RFC 8785) of a JSON text.
   *
   * @throws InvalidInput when the text is no JSON object or array
   */
  public static String digest(String json) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(new JsonCanonicalizer(json).getEncodedUTF8()));
    } catch (IOException e) {
      throw new InvalidInput("$", json, "must be a JSON object or array", "synthesize it again");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of a tree. */
  public static String digest(JsonNode json) {
    return digest(json.toString());
  }
}
