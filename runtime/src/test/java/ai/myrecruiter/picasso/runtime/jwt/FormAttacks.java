package ai.myrecruiter.picasso.runtime.jwt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts that are no token, and other texts for the same token. */
final class FormAttacks {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private FormAttacks() {}

  static List<Attack> of(Stage stage) {
    var good = new Draft(stage).compact();
    var parts = good.split("\\.");
    var attacks = new ArrayList<Attack>();
    texts(good, parts)
        .forEach((name, text) -> attacks.add(new Attack(name, Reason.MALFORMED, text)));
    strayBits(parts, attacks);
    resigned(stage, parts, attacks);
    attacks.add(
        new Attack(
            "2 KB and one byte",
            Reason.MALFORMED,
            new Draft(stage).padded(CompactJws.MAX_BYTES + 1).compact()));
    signatures(parts, attacks);
    return attacks;
  }

  private static Map<String, String> texts(String good, String[] parts) {
    var texts = new java.util.LinkedHashMap<String, String>();
    texts.put("empty", "");
    texts.put("dots", "..");
    texts.put("one part", parts[0]);
    texts.put("two parts", parts[0] + "." + parts[1]);
    texts.put("no signature", parts[0] + "." + parts[1] + ".");
    texts.put("no header", "." + parts[1] + "." + parts[2]);
    texts.put("four parts", good + "." + parts[2]);
    texts.put("dot at the end", good + ".");
    texts.put("dot in front", "." + good);
    texts.put("space in front", " " + good);
    texts.put("space at the end", good + " ");
    texts.put("line at the end", good + "\n");
    texts.put("line in a part", parts[0] + "." + parts[1] + ".\n" + parts[2]);
    texts.put("padding", good + "==");
    texts.put("padded payload", parts[0] + "." + parts[1] + "=." + parts[2]);
    texts.put("standard base64", good.replace('-', '+').replace('_', '/') + "+");
    texts.put("percent", good + "%3D");
    texts.put("null character", good + "\0");
    texts.put("letter beyond ASCII", good + "\u00e9");
    texts.put("letter beyond Latin-1", good + "\u0141");
    texts.put("full-width dot", good.replace('.', '\uff0e'));
    texts.put("Bearer", "Bearer " + good);
    texts.put(
        "JSON serialization",
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts[0], parts[1], parts[2]));
    texts.put("a character too many", good + "A".repeat(3));
    return texts;
  }

  /** 64 bytes end in a character with four bits to spare: fifteen other texts, one meaning. */
  private static void strayBits(String[] parts, List<Attack> attacks) {
    int last = parts[2].length() - 1;
    int value = ALPHABET.indexOf(parts[2].charAt(last));
    for (int stray = 1; stray < 16; stray++) {
      attacks.add(
          new Attack(
              "stray bits " + stray,
              Reason.MALFORMED,
              parts[0]
                  + "."
                  + parts[1]
                  + "."
                  + parts[2].substring(0, last)
                  + ALPHABET.charAt(value | stray)));
    }
  }

  /** Signed by us, and yet not canonical: the signature does not make up for the form. */
  private static void resigned(Stage stage, String[] parts, List<Attack> attacks) {
    attacks.add(
        new Attack(
            "signed with padding",
            Reason.MALFORMED,
            stage.sign(Purpose.STREAM, parts[0] + "." + parts[1] + "=")));
    attacks.add(
        new Attack(
            "signed with a space",
            Reason.MALFORMED,
            stage.sign(Purpose.STREAM, parts[0] + ". " + parts[1])));
    attacks.add(
        new Attack(
            "signed without a payload",
            Reason.BAD_CLAIMS,
            stage.sign(Purpose.STREAM, parts[0] + ".")));
  }

  private static void signatures(String[] parts, List<Attack> attacks) {
    var order = "/////wAAAAD//////////7zm+q2nF56E87nKwvxjJVE=";
    var n = java.util.Base64.getDecoder().decode(order);
    attacks.add(signature(parts, "signature of zeros", new byte[64]));
    attacks.add(signature(parts, "signature of 63 bytes", new byte[63]));
    attacks.add(signature(parts, "signature of 65 bytes", new byte[65]));
    attacks.add(signature(parts, "r and s of the order", joined(n, n)));
    attacks.add(signature(parts, "r zero, s one", joined(new byte[32], one())));
    attacks.add(signature(parts, "r one, s zero", joined(one(), new byte[32])));
    attacks.add(signature(parts, "r one, s one", joined(one(), one())));
    var good = java.util.Base64.getUrlDecoder().decode(parts[2]);
    var swapped = new byte[64];
    System.arraycopy(good, 32, swapped, 0, 32);
    System.arraycopy(good, 0, swapped, 32, 32);
    attacks.add(signature(parts, "r and s swapped", swapped));
    attacks.add(signature(parts, "DER", new Der(good).bytes()));
    for (int bit : new int[] {0, 100, 255, 256, 511}) {
      var flipped = good.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      attacks.add(signature(parts, "signature bit " + bit, flipped));
    }
    var payload = Stage.decode(parts[1]).replace("north-clinic", "lakeside");
    attacks.add(
        new Attack(
            "payload of another tenant",
            Reason.BAD_SIGNATURE,
            parts[0] + "." + Stage.encode(payload) + "." + parts[2]));
  }

  private static Attack signature(String[] parts, String name, byte[] signature) {
    return new Attack(
        name, Reason.BAD_SIGNATURE, parts[0] + "." + parts[1] + "." + Stage.encode(signature));
  }

  private static byte[] one() {
    var one = new byte[32];
    one[31] = 1;
    return one;
  }

  private static byte[] joined(byte[] r, byte[] s) {
    var both = new byte[64];
    System.arraycopy(r, 0, both, 0, 32);
    System.arraycopy(s, 0, both, 32, 32);
    return both;
  }
}
