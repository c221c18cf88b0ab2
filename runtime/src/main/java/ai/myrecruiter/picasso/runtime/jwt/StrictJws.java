package ai.myrecruiter.picasso.runtime.jwt;

import java.util.Optional;

/**
 * The strict core: from a text to a payload that one of our keys has signed. It knows nothing of
 * claims, purposes and tenants.
 */
final class StrictJws {
  private StrictJws() {}

  /** Where the core finds keys. */
  interface Keys {
    /** The key of the id that a header names; empty if there is none, or if it names none. */
    Optional<KeyMaterial> find(Optional<String> kid);
  }

  /** The payload of a token. */
  static byte[] open(String compact, Keys keys) throws Refused {
    var jws = CompactJws.parse(compact);
    return open(jws, Header.read(jws.header()), keys);
  }

  static byte[] open(CompactJws jws, Header header, Keys keys) throws Refused {
    var key = keys.find(header.kid()).orElseThrow(() -> new Refused(Reason.UNKNOWN_KEY));
    if (!key.algorithm().name().equals(header.alg())) {
      throw new Refused(Reason.WRONG_ALGORITHM);
    }
    if (!key.verifies(jws.signingInput(), jws.signature())) {
      throw new Refused(Reason.BAD_SIGNATURE);
    }
    return jws.payload();
  }
}
