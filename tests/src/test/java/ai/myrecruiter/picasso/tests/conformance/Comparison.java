package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.data.Timestamps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares what was recorded with what the engine answered, by the rules of the format. */
final class Comparison {
  private static final Set<String> IGNORED =
      Set.of(
          "timestamp",
          "roleArn",
          "RoleArn",
          "inputDetails",
          "outputDetails",
          "SdkHttpMetadata",
          "SdkResponseMetadata",
          "requestId",
          "stackTrace");

  /** What recordings have in the place of an instant. */
  private static final Set<String> INSTANTS = Set.of("date", "timestamp");

  /** What recordings have in the place of a role, which is not compared. */
  private static final Pattern ROLE = Pattern.compile("(snf|sfn)_role_arn");

  private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]+>");
  private static final int SHOWN = 300;

  private Comparison() {}

  /** The first difference, as {@code path: recorded ..., answered ...}; nothing when they agree. */
  static Optional<String> difference(JsonNode recorded, JsonNode answered) {
    return difference("", Nested.expanded(recorded), Nested.expanded(answered));
  }

  private static Optional<String> difference(String path, JsonNode recorded, JsonNode answered) {
    if (recorded.isObject() && answered.isObject()) {
      return ofObjects(path, recorded, answered);
    }
    if (recorded.isArray() && answered.isArray()) {
      return ofArrays(path, recorded, answered);
    }
    return same(recorded, answered)
        ? Optional.empty()
        : Optional.of(
            "%s: recorded %s, answered %s"
                .formatted(path.isEmpty() ? "/" : path, shown(recorded), shown(answered)));
  }

  private static Optional<String> ofObjects(String path, JsonNode recorded, JsonNode answered) {
    var names = new TreeSet<String>();
    recorded.fieldNames().forEachRemaining(names::add);
    answered.fieldNames().forEachRemaining(names::add);
    names.removeAll(IGNORED);
    return names.stream()
        .map(name -> difference(path + "/" + name, recorded.path(name), answered.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> ofArrays(String path, JsonNode recorded, JsonNode answered) {
    for (int i = 0; i < Math.max(recorded.size(), answered.size()); i++) {
      var found = difference(path + "/" + i, recorded.path(i), answered.path(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean same(JsonNode recorded, JsonNode answered) {
    if (recorded.isNumber() && answered.isNumber()) {
      return recorded.decimalValue().compareTo(answered.decimalValue()) == 0;
    }
    if (recorded.isTextual() && INSTANTS.contains(recorded.textValue())) {
      return answered.isTextual() && Timestamps.parse(answered.textValue()).isPresent();
    }
    if (recorded.isTextual() && ROLE.matcher(recorded.textValue()).matches()) {
      return answered.asText().contains(":role/") || ROLE.matcher(answered.asText()).matches();
    }
    if (recorded.isTextual() && PLACEHOLDER.matcher(recorded.textValue()).find()) {
      return !answered.isMissingNode()
          && wildcard(recorded.textValue()).matcher(text(answered)).matches();
    }
    return recorded.equals(answered);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : node.toString();
  }

  private static Pattern wildcard(String recorded) {
    var regex = new StringBuilder();
    int end = 0;
    var matcher = PLACEHOLDER.matcher(recorded);
    while (matcher.find()) {
      regex.append(Pattern.quote(recorded.substring(end, matcher.start()))).append(".*");
      end = matcher.end();
    }
    regex.append(Pattern.quote(recorded.substring(end)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String shown(JsonNode node) {
    var text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
