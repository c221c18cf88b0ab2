package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/**
 * {@code States.Format}: puts arguments in the place of <code>{}</code>. Objects and arrays are
 * written as the service writes them, <code>{a=1, b=[x, y]}</code>, which is not JSON.
 */
final class Format {
  private Format() {}

  static JsonNode apply(Arguments arguments) {
    var template = arguments.text(0);
    var text = new StringBuilder();
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\\' && i + 1 < template.length()) {
        text.append(template.charAt(++i));
      } else if (template.startsWith("{}", i)) {
        if (next == arguments.count()) {
          throw new IllegalArgumentException("there are more {} than arguments");
        }
        text.append(plain(arguments.get(next++)));
        i++;
      } else {
        text.append(c);
      }
    }
    if (next != arguments.count()) {
      throw new IllegalArgumentException("there are more arguments than {}");
    }
    return Json.text(text.toString());
  }

  private static String plain(JsonNode value) {
    if (value.isObject()) {
      var fields = new StringJoiner(", ", "{", "}");
      value.properties().forEach(f -> fields.add(f.getKey() + "=" + plain(f.getValue())));
      return fields.toString();
    }
    if (value.isArray()) {
      var elements = new StringJoiner(", ", "[", "]");
      value.forEach(element -> elements.add(plain(element)));
      return elements.toString();
    }
    return value.asText();
  }
}
