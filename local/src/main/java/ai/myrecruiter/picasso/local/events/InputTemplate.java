package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fills an input template. A placeholder on its own becomes the JSON of its value; within a text it
 * becomes the text of its value. A part that the event does not have is {@code null}, or empty
 * within a text.
 */
final class InputTemplate {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.-]+)>");
  private static final String RULE_ARN = "aws.events.rule-arn";
  private static final String RULE_NAME = "aws.events.rule-name";
  private static final String WHOLE_EVENT = "aws.events.event.json";

  private InputTemplate() {}

  /** Refuses paths, names and templates that could never give JSON. */
  static void check(TargetInput.Template template) {
    template.paths().values().forEach(EventPath::check);
    var values = new HashMap<String, JsonNode>();
    template.paths().keySet().forEach(name -> values.put(name, new TextNode("x")));
    addPredefined(values, "x", new TextNode("x"));
    var filled = fill(template.template(), values);
    if (filled.isEmpty()) {
      throw EventErrors.invalid(
          "Invalid InputTemplate for target : '%s' does not give JSON"
              .formatted(template.template()));
    }
  }

  /** The filled template, empty when it is not JSON. */
  static Optional<String> fill(TargetInput.Template template, JsonNode event, String ruleArn) {
    var values = new HashMap<String, JsonNode>();
    template.paths().forEach((name, path) -> values.put(name, EventPath.read(event, path)));
    addPredefined(values, ruleArn, event);
    return fill(template.template(), values);
  }

  private static void addPredefined(Map<String, JsonNode> values, String arn, JsonNode event) {
    values.put(RULE_ARN, new TextNode(arn));
    values.put(RULE_NAME, new TextNode(arn.substring(arn.lastIndexOf('/') + 1)));
    values.put(WHOLE_EVENT, event);
  }

  private static Optional<String> fill(String template, Map<String, JsonNode> values) {
    var filled = new StringBuilder();
    var matcher = PLACEHOLDER.matcher(template);
    int end = 0;
    boolean inText = false;
    while (matcher.find()) {
      var literal = template.substring(end, matcher.start());
      inText ^= quotes(literal) % 2 == 1;
      var value = values.get(matcher.group(1));
      if (value == null) {
        throw EventErrors.invalid(
            "placeholder <%s> is neither in InputPathsMap nor one the stage has"
                .formatted(matcher.group(1)));
      }
      filled.append(literal).append(inText ? text(value) : json(value));
      end = matcher.end();
    }
    return valid(filled.append(template.substring(end)).toString());
  }

  private static int quotes(String literal) {
    int quotes = 0;
    for (int i = 0; i < literal.length(); i++) {
      if (literal.charAt(i) == '\\') {
        i++;
      } else if (literal.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes;
  }

  private static String json(JsonNode value) {
    return value.isMissingNode() ? "null" : value.toString();
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    var text = value.isValueNode() ? value.asText() : value.toString().replace("\"", "");
    var quoted = new TextNode(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private static Optional<String> valid(String text) {
    try {
      var node = JSON.readTree(text);
      return node.isMissingNode() ? Optional.empty() : Optional.of(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
