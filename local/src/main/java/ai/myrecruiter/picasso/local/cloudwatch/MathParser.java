package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.cloudwatch.MathExpression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the part of metric math that alarms on rates need: {@code + - * /}, parentheses,
 * comparisons, {@code AND OR}, {@code FILL} and {@code IF}. Any other function is refused by name.
 */
final class MathParser {
  private static final int MAX_LENGTH = 1024;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[A-Za-z_][A-Za-z0-9_]*|[<>=!]=|&&|\\|\\||[-+*/()<>,])");

  private final String text;
  private final List<String> tokens;
  private int next;

  private MathParser(String text) {
    this.text = text;
    this.tokens = tokens(text);
  }

  static MathExpression parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw CloudWatchErrors.invalid(
          "expression has %d characters, at most %d".formatted(text.length(), MAX_LENGTH));
    }
    var parser = new MathParser(text);
    var expression = parser.operation(0);
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected("the end");
    }
    return expression;
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw CloudWatchErrors.invalid(
            "expression '%s' has a character at %d that is not metric math".formatted(text, end));
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    return tokens;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private boolean skip(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw unexpected("'" + token + "'");
    }
  }

  private RuntimeException unexpected(String wanted) {
    return CloudWatchErrors.invalid(
        "expression '%s': expected %s, found '%s' as token %d"
            .formatted(text, wanted, peek(), next + 1));
  }

  private MathExpression operation(int strength) {
    if (strength > Operator.STRONGEST) {
      return operand();
    }
    var left = operation(strength + 1);
    for (var operator = operator(strength); operator.isPresent(); operator = operator(strength)) {
      next++;
      left = new MathExpression.Operation(operator.get(), left, operation(strength + 1));
    }
    return left;
  }

  private Optional<Operator> operator(int strength) {
    return Operator.of(peek().toUpperCase(Locale.ROOT), strength);
  }

  private MathExpression operand() {
    if (skip("(")) {
      var inner = operation(0);
      expect(")");
      return inner;
    }
    if (skip("-")) {
      return new MathExpression.Negation(operand());
    }
    var token = peek();
    if (token.isEmpty() || !Character.isLetterOrDigit(token.charAt(0))) {
      throw unexpected("a number, a metric id, FILL or IF");
    }
    next++;
    if (Character.isDigit(token.charAt(0))) {
      return new MathExpression.Constant(Double.parseDouble(token));
    }
    return skip("(") ? function(token) : new MathExpression.Reference(token);
  }

  private MathExpression function(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "FILL" -> fill();
      case "IF" -> condition();
      default ->
          throw CloudWatchErrors.invalid(
              "function %s of expression '%s' is not one of the stage: FILL or IF"
                  .formatted(name, text));
    };
  }

  private MathExpression fill() {
    var series = operation(0);
    expect(",");
    MathExpression filled;
    if (skip("REPEAT")) {
      filled = new MathExpression.Repeat(series);
    } else {
      filled = new MathExpression.Fill(series, operation(0));
    }
    expect(")");
    return filled;
  }

  private MathExpression condition() {
    var condition = operation(0);
    expect(",");
    var yes = operation(0);
    Optional<MathExpression> no = skip(",") ? Optional.of(operation(0)) : Optional.empty();
    expect(")");
    return new MathExpression.Condition(condition, yes, no);
  }
}
