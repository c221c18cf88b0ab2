package ai.myrecruiter.picasso.runtime.jwt;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A compact JWS, taken apart by its form alone: exactly three parts of canonical base64url (RFC
 * 7515 section 2: no padding, no white space, and no stray bits, so that no two texts are the same
 * token). The payload may be empty, the other two may not.
 */
final class CompactJws {
  static final int MAX_BYTES = 2_048;
  private static final byte[] VALUES = values();
  private final byte[] text;
  private final int firstDot;
  private final int secondDot;

  private CompactJws(byte[] text, int firstDot, int secondDot) {
    this.text = text;
    this.firstDot = firstDot;
    this.secondDot = secondDot;
  }

  static CompactJws parse(String compact) throws Refused {
    int length = compact.length();
    if (length < 5 || length > MAX_BYTES) {
      throw new Refused(Reason.MALFORMED);
    }
    // A character beyond Latin-1 becomes '?', which no part may contain.
    var text = compact.getBytes(StandardCharsets.ISO_8859_1);
    int first = dot(text, 0);
    int second = dot(text, first + 1);
    if (first == 0 || second == length - 1) {
      throw new Refused(Reason.MALFORMED);
    }
    canonical(text, 0, first);
    canonical(text, first + 1, second);
    canonical(text, second + 1, length);
    return new CompactJws(text, first, second);
  }

  byte[] header() {
    return decode(0, firstDot);
  }

  byte[] payload() {
    return decode(firstDot + 1, secondDot);
  }

  byte[] signature() {
    return decode(secondDot + 1, text.length);
  }

  /** The bytes that are signed: header, dot and payload as they came. */
  InputStream signingInput() {
    return new ByteArrayInputStream(text, 0, secondDot);
  }

  private byte[] decode(int from, int to) {
    return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
  }

  private static int dot(byte[] text, int from) throws Refused {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '.') {
        return i;
      }
    }
    throw new Refused(Reason.MALFORMED);
  }

  private static void canonical(byte[] text, int from, int to) throws Refused {
    for (int i = from; i < to; i++) {
      if (value(text[i]) < 0) {
        throw new Refused(Reason.MALFORMED);
      }
    }
    int strayBits =
        switch ((to - from) % 4) {
          case 2 -> 0b1111;
          case 3 -> 0b11;
          case 1 -> throw new Refused(Reason.MALFORMED);
          default -> 0;
        };
    if (strayBits != 0 && (value(text[to - 1]) & strayBits) != 0) {
      throw new Refused(Reason.MALFORMED);
    }
  }

  private static int value(byte character) {
    return character < 0 ? -1 : VALUES[character];
  }

  private static byte[] values() {
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
