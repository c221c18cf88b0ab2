package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was done to a recording to make it repeatable, done to an answer of the engine: values at
 * JSON paths are replaced, then matches of regular expressions in the text.
 */
record Transformers(JsonNode transformers) {
  private static final Configuration PATHS =
      Configuration.builder()
          .jsonProvider(new JacksonJsonProvider())
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();
  private static final Pattern GROUP = Pattern.compile("\\\\(?:g<(\\w+)>|(\\d{1,2})|(.))");

  /** The answer as it would have been recorded. */
  JsonNode apply(JsonNode answer) {
    var document = JsonPath.using(PATHS).parse(Json.write(Nested.expanded(answer)));
    for (var transformer : transformers) {
      if (transformer.has("jsonpath")) {
        document.set(
            transformer.path("jsonpath").asText(), transformer.path("replacement").asText());
      }
    }
    var text = Nested.spaced(Json.parse(document.jsonString()));
    for (var transformer : transformers) {
      if (transformer.has("regex")) {
        text =
            pattern(transformer.path("regex").asText())
                .matcher(text)
                .replaceAll(replacement(transformer.path("replacement").asText()));
      }
    }
    return Json.parse(text);
  }

  /** Patterns are in Python's dialect, which differs in named groups. */
  private static Pattern pattern(String regex) {
    return Pattern.compile(regex.replace("(?P<", "(?<"));
  }

  private static String replacement(String template) {
    var java = new StringBuilder();
    int end = 0;
    var matcher = GROUP.matcher(template);
    while (matcher.find()) {
      java.append(Matcher.quoteReplacement(template.substring(end, matcher.start())));
      java.append(reference(matcher));
      end = matcher.end();
    }
    return java.append(Matcher.quoteReplacement(template.substring(end))).toString();
  }

  private static String reference(Matcher matcher) {
    if (matcher.group(2) != null) {
      return "$" + matcher.group(2);
    }
    if (matcher.group(1) != null) {
      return matcher.group(1).matches("\\d+")
          ? "$" + matcher.group(1)
          : "${" + matcher.group(1) + "}";
    }
    var escaped = matcher.group(3);
    return Matcher.quoteReplacement(escaped.equals("\\") ? "\\" : "\\" + escaped);
  }
}
