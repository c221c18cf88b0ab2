package ai.myrecruiter.picasso.local.dynamodb;

import ai.myrecruiter.picasso.local.dynamodb.Condition.Comparator;
import ai.myrecruiter.picasso.local.dynamodb.Condition.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads condition expressions: comparisons of top-level attributes and values, {@code
 * attribute_exists}, {@code attribute_not_exists}, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses.
 */
final class ConditionParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([:#]?[A-Za-z_][A-Za-z0-9_]*|<=|>=|<>|[=<>()])");
  private static final int MOST_TEXTS = 1_000;
  private static final Map<String, List<String>> TOKENS = new ConcurrentHashMap<>();
  private final String kind;
  private final List<String> tokens;
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> used = new HashSet<>();
  private int next;

  private ConditionParser(
      String kind,
      List<String> tokens,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    this.kind = kind;
    this.tokens = tokens;
    this.names = names;
    this.values = values;
  }

  /**
   * The condition of a text.
   *
   * @param kind the parameter's name, for errors
   */
  static Condition parse(
      String kind, String text, Map<String, String> names, Map<String, AttributeValue> values) {
    var parser = new ConditionParser(kind, tokens(kind, text), names, values);
    var condition = parser.any();
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected();
    }
    parser.refuseUnused();
    return condition;
  }

  /** A text's tokens, which are kept: few texts are asked for again and again. */
  private static List<String> tokens(String kind, String text) {
    var known = TOKENS.get(text);
    if (known != null) {
      return known;
    }
    var tokens = List.copyOf(taken(kind, text));
    if (TOKENS.size() < MOST_TEXTS) {
      TOKENS.put(text, tokens);
    }
    return tokens;
  }

  private static List<String> taken(String kind, String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw unsupported(kind, text);
    }
    return tokens;
  }

  private Condition any() {
    var parts = new ArrayList<>(List.of(all()));
    while (takeWord("OR")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(List.copyOf(parts));
  }

  private Condition all() {
    var parts = new ArrayList<>(List.of(one()));
    while (takeWord("AND")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
  }

  private Condition one() {
    if (takeWord("NOT")) {
      return new Condition.Not(one());
    }
    if (take("(")) {
      var inside = any();
      require(")");
      return inside;
    }
    if (take("attribute_exists")) {
      return exists();
    }
    return take("attribute_not_exists") ? new Condition.Not(exists()) : compared();
  }

  private Condition exists() {
    require("(");
    var operand = operand();
    require(")");
    return operand instanceof Operand.Attribute(var name)
        ? new Condition.Exists(name)
        : refuse(operand);
  }

  private Condition refuse(Operand operand) {
    throw unsupported(kind, "attribute_exists of " + operand);
  }

  private Condition compared() {
    var left = operand();
    var sign = token();
    var comparator =
        Arrays.stream(Comparator.values())
            .filter(candidate -> candidate.sign.equals(sign))
            .findFirst()
            .orElseThrow(this::unexpected);
    return new Condition.Compared(left, comparator, operand());
  }

  private Operand operand() {
    var token = token();
    used.add(token);
    if (token.startsWith(":")) {
      if (!values.containsKey(token)) {
        throw undefined("value used in expression is not defined; attribute value", token);
      }
      return new Operand.Value(values.get(token));
    }
    if (token.startsWith("#") && !names.containsKey(token)) {
      throw undefined("name used in the document path is not defined; attribute name", token);
    }
    return new Operand.Attribute(names.getOrDefault(token, token));
  }

  private RuntimeException undefined(String what, String token) {
    return DynamoDbErrors.invalid(
        "Invalid %s: An expression attribute %s: %s".formatted(kind, what, token));
  }

  private void refuseUnused() {
    refuseUnused("ExpressionAttributeNames", names.keySet());
    refuseUnused("ExpressionAttributeValues", values.keySet());
  }

  private void refuseUnused(String what, Set<String> given) {
    if (!used.containsAll(given)) {
      var unused = given.stream().filter(name -> !used.contains(name)).sorted().toList();
      throw DynamoDbErrors.invalid(
          "Value provided in %s unused in expressions: keys: {%s}"
              .formatted(what, String.join(", ", unused)));
    }
  }

  private boolean takeWord(String word) {
    boolean there = next < tokens.size() && tokens.get(next).toUpperCase(Locale.ROOT).equals(word);
    next += there ? 1 : 0;
    return there;
  }

  private boolean take(String token) {
    boolean there = next < tokens.size() && tokens.get(next).equals(token);
    next += there ? 1 : 0;
    return there;
  }

  private void require(String token) {
    if (!take(token)) {
      throw unexpected();
    }
  }

  private String token() {
    if (next >= tokens.size()) {
      throw unexpected();
    }
    return tokens.get(next++);
  }

  private RuntimeException unexpected() {
    return unsupported(kind, String.join(" ", tokens) + " at token " + (next + 1));
  }

  private static UnsupportedOperationException unsupported(String kind, String text) {
    return new UnsupportedOperationException(
        "%s %s is not one that tables in memory read: open the stage with DynamoDB Local, or implement it"
            .formatted(kind, text));
  }
}
