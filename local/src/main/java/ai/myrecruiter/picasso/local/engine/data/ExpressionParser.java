package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code $.path} and {@code States.Function('text', $.path, States.Other(1))}. */
final class ExpressionParser {
  private static final int MAX_DEPTH = 10;
  private static final String ESCAPABLE = "'{}\\";
  private final String text;
  private int at;

  ExpressionParser(String text) {
    this.text = text;
  }

  Expression parse() {
    if (text.startsWith("$")) {
      return new Expression.Lookup(Path.parse(text));
    }
    if (!text.startsWith("States.")) {
      throw problem("it is neither a JSONPath nor a call of an intrinsic function");
    }
    var call = call(1);
    if (at != text.length()) {
      throw problem("nothing may follow the closing bracket");
    }
    return call;
  }

  private Expression call(int depth) {
    if (depth > MAX_DEPTH) {
      throw problem("calls may be nested " + MAX_DEPTH + " deep");
    }
    int start = at;
    int open = text.indexOf('(', at);
    if (open < 0) {
      throw problem("a call needs brackets");
    }
    var name = text.substring(at, open).strip();
    var function =
        Intrinsic.named(name).orElseThrow(() -> problem("there is no function '" + name + "'"));
    at = open + 1;
    var arguments = arguments(function, depth);
    function.checkCount(arguments.size());
    return new Expression.Call(function, arguments, text.substring(start, at));
  }

  private List<Expression> arguments(Intrinsic function, int depth) {
    var arguments = new ArrayList<Expression>();
    skipBlanks();
    if (peek() == ')') {
      at++;
      return arguments;
    }
    while (true) {
      skipBlanks();
      arguments.add(argument(function == Intrinsic.FORMAT && arguments.isEmpty(), depth));
      skipBlanks();
      char next = peek();
      at++;
      if (next == ')') {
        return arguments;
      }
      if (next != ',') {
        throw problem("arguments are separated by commas");
      }
    }
  }

  private Expression argument(boolean template, int depth) {
    char first = peek();
    if (first == '\'') {
      return new Expression.Literal(Json.text(quoted(template)));
    }
    if (first == '$') {
      return new Expression.Lookup(Path.parse(path()));
    }
    if (text.startsWith("States.", at)) {
      return call(depth + 1);
    }
    return new Expression.Literal(plain());
  }

  /** A text in single quotes; a template keeps its escaped braces for {@code States.Format}. */
  private String quoted(boolean template) {
    var value = new StringBuilder();
    at++;
    while (peek() != '\'') {
      char c = text.charAt(at++);
      if (c == '\\') {
        char escaped = peek();
        if (ESCAPABLE.indexOf(escaped) < 0) {
          throw problem("a backslash may stand before ' { } and \\ only, not before " + escaped);
        }
        at++;
        if (template && escaped != '\'') {
          value.append(c);
        }
        value.append(escaped);
      } else {
        value.append(c);
      }
    }
    at++;
    return value.toString();
  }

  private String path() {
    int start = at;
    int brackets = 0;
    char quote = 0;
    while (true) {
      char c = peek();
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[' || c == '(') {
        brackets++;
      } else if (brackets > 0 && (c == ']' || c == ')')) {
        brackets--;
      } else if (brackets == 0 && (c == ',' || c == ')')) {
        return text.substring(start, at).strip();
      }
      at++;
    }
  }

  private JsonNode plain() {
    int start = at;
    while (peek() != ',' && peek() != ')') {
      at++;
    }
    var word = text.substring(start, at).strip();
    try {
      var value = Json.parse(word);
      if (value.isValueNode() && !value.isTextual()) {
        return value;
      }
    } catch (Json.InvalidJson e) {
      throw problem(
          "'" + word + "' is not a number, true, false or null; a text needs single quotes");
    }
    throw problem("'" + word + "' may not stand here; a text needs single quotes");
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw problem("it ends too early");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException problem(String what) {
    return new IllegalArgumentException("'" + text + "' cannot be read: " + what);
  }
}
