package ai.myrecruiter.picasso.runtime.jwt;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** A signature r||s in the form that X.509 uses and a JWS must not. */
record Der(BigInteger r, BigInteger s) {
  Der(byte[] joined) {
    this(
        new BigInteger(1, Arrays.copyOfRange(joined, 0, 32)),
        new BigInteger(1, Arrays.copyOfRange(joined, 32, 64)));
  }

  byte[] bytes() {
    var body = new ByteArrayOutputStream();
    for (var number : new BigInteger[] {r, s}) {
      var bytes = number.toByteArray();
      body.write(2);
      body.write(bytes.length);
      body.writeBytes(bytes);
    }
    var sequence = new ByteArrayOutputStream();
    sequence.write(0x30);
    sequence.write(body.size());
    sequence.writeBytes(body.toByteArray());
    return sequence.toByteArray();
  }
}
