package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token's header: what it says of itself, none of which is believed before the signature is good.
 *
 * @param alg the algorithm it names
 * @param kid the key it names, empty if none
 * @param typ the type it names, empty if none
 */
record Header(String alg, Optional<String> kid, Optional<String> typ) {
  private static final Set<String> FORBIDDEN =
      Set.of("jwk", "jku", "x5u", "x5c", "crit", "zip", "b64");

  static Header read(byte[] utf8) throws Refused {
    var reader = new Reader();
    StrictJson.read(utf8, Reason.BAD_HEADER, reader);
    if (reader.alg == null) {
      throw new Refused(Reason.BAD_HEADER);
    }
    return new Header(reader.alg, Optional.ofNullable(reader.kid), Optional.ofNullable(reader.typ));
  }

  private static final class Reader implements StrictJson.Members {
    private @Nullable String alg;
    private @Nullable String kid;
    private @Nullable String typ;

    @Override
    public void take(String name, JsonToken token, JsonParser value) throws IOException, Refused {
      if (FORBIDDEN.contains(name)) {
        throw new Refused(Reason.FORBIDDEN_HEADER);
      }
      switch (name) {
        case "alg" -> alg = text(token, value);
        case "kid" -> kid = text(token, value);
        case "typ" -> typ = text(token, value);
        default -> {}
      }
    }

    private static String text(JsonToken token, JsonParser value) throws IOException, Refused {
      if (token != JsonToken.VALUE_STRING) {
        throw new Refused(Reason.BAD_HEADER);
      }
      return value.getText();
    }
  }
}
