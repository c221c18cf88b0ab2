package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes up ids of 32 hexadecimal digits. */
final class Ids {
  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  /** The next id; the first digit is a letter, so that no id is a number. */
  OpaqueId next() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[0] = (byte) (bytes[0] | 0xc0);
    return new OpaqueId(HexFormat.of().formatHex(bytes));
  }
}
