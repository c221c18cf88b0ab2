package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that carries our signature, each in form and range. Times are in epoch
 * seconds; {@code notBefore} is {@code iat} where the token has no {@code nbf}.
 */
record Claims(
    String issuer,
    String audience,
    String tenant,
    SessionId session,
    String jti,
    Epochs epochs,
    long issuedAt,
    long notBefore,
    long expiresAt) {
  static final String ISSUER = "picasso";
  static final String TENANT = "tid";
  static final String TENANT_EPOCH = "tep";
  static final String SESSION_EPOCH = "sep";
  private static final Pattern JTI = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final long LAST_SECOND = 253_402_300_799L;

  static Claims read(byte[] utf8) throws Refused {
    var reader = new Reader();
    StrictJson.read(utf8, Reason.BAD_CLAIMS, reader);
    return reader.claims();
  }

  private static Refused bad() {
    return new Refused(Reason.BAD_CLAIMS);
  }

  private static final class Reader implements StrictJson.Members {
    private @Nullable String issuer;
    private @Nullable String audience;
    private @Nullable String tenant;
    private @Nullable String session;
    private @Nullable String jti;
    private long tenantEpoch = -1;
    private long sessionEpoch = -1;
    private long issuedAt = -1;
    private long notBefore = -1;
    private long expiresAt = -1;

    @Override
    public void take(String name, JsonToken token, JsonParser value) throws IOException, Refused {
      switch (name) {
        case "iss" -> issuer = text(token, value);
        case "aud" -> audience = audience(token, value);
        case "sub" -> session = text(token, value);
        case "jti" -> jti = text(token, value);
        case TENANT -> tenant = text(token, value);
        case TENANT_EPOCH -> tenantEpoch = number(token, value, Long.MAX_VALUE);
        case SESSION_EPOCH -> sessionEpoch = number(token, value, Long.MAX_VALUE);
        case "iat" -> issuedAt = number(token, value, LAST_SECOND);
        case "nbf" -> notBefore = number(token, value, LAST_SECOND);
        case "exp" -> expiresAt = number(token, value, LAST_SECOND);
        default -> {}
      }
    }

    private static String text(JsonToken token, JsonParser value) throws IOException, Refused {
      if (token != JsonToken.VALUE_STRING) {
        throw bad();
      }
      return value.getText();
    }

    /** A text, or a list of exactly one text, as jjwt writes it. */
    private static String audience(JsonToken token, JsonParser value) throws IOException, Refused {
      if (token != JsonToken.START_ARRAY) {
        return text(token, value);
      }
      var only = text(value.nextToken(), value);
      if (value.nextToken() != JsonToken.END_ARRAY) {
        throw bad();
      }
      return only;
    }

    private static long number(JsonToken token, JsonParser value, long most)
        throws IOException, Refused {
      if (token != JsonToken.VALUE_NUMBER_INT) {
        throw bad();
      }
      long number = value.getLongValue();
      if (number < 0 || number > most) {
        throw bad();
      }
      return number;
    }

    Claims claims() throws Refused {
      if (issuer == null || audience == null || tenant == null || session == null || jti == null) {
        throw bad();
      }
      if (tenantEpoch < 0 || sessionEpoch < 0 || issuedAt < 0 || expiresAt < 0) {
        throw bad();
      }
      if (!SessionId.fits(session) || !JTI.matcher(jti).matches()) {
        throw bad();
      }
      return new Claims(
          issuer,
          audience,
          tenant,
          new SessionId(session),
          jti,
          new Epochs(tenantEpoch, sessionEpoch),
          issuedAt,
          notBefore < 0 ? issuedAt : notBefore,
          expiresAt);
    }
  }
}
