package ai.myrecruiter.picasso.runtime.jwt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bytes that are not one strict JSON object, made of a good one. */
final class JsonAttacks {
  private JsonAttacks() {}

  static Map<String, byte[]> of(String good, String member, String value) {
    var open = good.substring(0, good.length() - 1);
    var attacks = new LinkedHashMap<String, byte[]>();
    put(attacks, "with " + member + " twice", open + ",\"" + member + "\":" + value + "}");
    put(attacks, "with a strange name twice", open + ",\"q\":1,\"q\":1}");
    put(
        attacks,
        "with " + member + " twice, once escaped",
        open
            + ",\"\\u00"
            + Integer.toHexString(member.charAt(0))
            + member.substring(1)
            + "\":"
            + value
            + "}");
    put(attacks, "with text after it", good + "{}");
    put(attacks, "in a list", "[" + good + "]");
    put(attacks, "of a text", "\"text\"");
    put(attacks, "of null", "null");
    put(attacks, "of nothing", " ");
    put(attacks, "not closed", open);
    put(attacks, "with a comma too many", open + ",}");
    put(attacks, "with a comment", open + "/* */}");
    put(attacks, "with NaN", open + ",\"q\":NaN}");
    put(attacks, "with a leading zero", open + ",\"q\":01}");
    put(attacks, "with a huge number", open + ",\"q\":" + "9".repeat(400) + "}");
    put(attacks, "with a deep list", open + ",\"q\":" + "[".repeat(300) + "]".repeat(300) + "}");
    put(attacks, "with a name that is too long", open + ",\"" + "q".repeat(300) + "\":1}");
    put(attacks, "with a byte order mark", "\ufeff" + good);
    attacks.put("in UTF-16", good.getBytes(StandardCharsets.UTF_16BE));
    attacks.put("in UTF-32", good.getBytes(java.nio.charset.Charset.forName("UTF-32LE")));
    attacks.put("with a lone continuation", with(open, 0x80));
    attacks.put("with an overlong slash", with(open, 0xc0, 0xaf));
    attacks.put("with a surrogate", with(open, 0xed, 0xa0, 0x80));
    attacks.put("with a letter beyond Unicode", with(open, 0xf5, 0x80, 0x80, 0x80));
    return attacks;
  }

  private static void put(Map<String, byte[]> attacks, String name, String json) {
    attacks.put(name, json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] with(String open, int... bytes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes((open + ",\"q\":\"").getBytes(StandardCharsets.UTF_8));
    for (int b : bytes) {
      out.write(b);
    }
    out.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
