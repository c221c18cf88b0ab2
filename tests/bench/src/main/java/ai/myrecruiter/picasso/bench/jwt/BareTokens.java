package ai.myrecruiter.picasso.bench.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;

/**
 * The least that issues and verifies a token of ES256: the JDK's signature, Jackson, base64url and
 * the end of life. It makes none of the checks that keep a token safe.
 */
final class BareTokens {
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
  private final ObjectMapper json = new ObjectMapper();
  private final SecureRandom random;

  BareTokens(SecureRandom random) {
    this.random = random;
  }

  String issue(PrivateKey key, String kid, long now) throws IOException, GeneralSecurityException {
    var header = json.createObjectNode().put("typ", "stream+jwt").put("kid", kid);
    header.put("alg", "ES256");
    var jti = new byte[16];
    random.nextBytes(jti);
    var claims = json.createObjectNode().put("iss", "picasso").put("aud", "picasso:stream");
    claims.put("sub", "session-0123456789").put("tid", "north-clinic");
    claims.put("jti", encoded(jti)).put("iat", now).put("exp", now + 900);
    claims.put("tep", 0).put("sep", 0);
    var input =
        encoded(json.writeValueAsBytes(header)) + "." + encoded(json.writeValueAsBytes(claims));
    var signature = Signature.getInstance(ALGORITHM);
    signature.initSign(key, random);
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + encoded(signature.sign());
  }

  JsonNode verify(PublicKey key, String compact, long now)
      throws IOException, GeneralSecurityException {
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    var decoder = Base64.getUrlDecoder();
    var header = json.readTree(decoder.decode(compact.substring(0, first)));
    var signature = Signature.getInstance(ALGORITHM);
    signature.initVerify(key);
    signature.update(compact.substring(0, second).getBytes(StandardCharsets.US_ASCII));
    var claims = json.readTree(decoder.decode(compact.substring(first + 1, second)));
    if (!header.path("alg").asText().equals("ES256")
        || !signature.verify(decoder.decode(compact.substring(second + 1)))
        || claims.path("exp").asLong() < now) {
      throw new GeneralSecurityException("refused");
    }
    return claims;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
