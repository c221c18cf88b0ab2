package ai.myrecruiter.picasso.local.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of a request of the Query protocol as a tree: {@code Tags.member.1.Key} is below
 * {@code Tags}, {@code member} and {@code 1}.
 */
final class QueryForm {
  private static final int MOST_PARAMETERS = 20_000;
  private static final int DEEPEST = 32;

  private final Map<String, QueryForm> children = new TreeMap<>();
  private Optional<String> text = Optional.empty();

  private QueryForm() {}

  /**
   * Reads the query string and the body of a call.
   *
   * @throws MalformedRequest when one of them is no list of encoded pairs
   */
  static QueryForm of(WireCall call) {
    var form = new QueryForm();
    call.query().forEach(form::put);
    var pairs = call.text().split("&", -1);
    if (pairs.length > MOST_PARAMETERS) {
      throw new MalformedRequest(
          "MalformedQueryString",
          "The body has %d parameters; it may have %d".formatted(pairs.length, MOST_PARAMETERS));
    }
    for (var pair : pairs) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        form.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return form;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest(
          "MalformedQueryString",
          "'%s' is not encoded as application/x-www-form-urlencoded: %s"
              .formatted(part, e.getMessage()));
    }
  }

  private void put(String name, String value) {
    var at = this;
    var steps = name.split("\\.", -1);
    if (steps.length > DEEPEST) {
      throw new MalformedRequest(
          "MalformedQueryString",
          "The parameter '%.100s' has %d parts; it may have %d"
              .formatted(name, steps.length, DEEPEST));
    }
    for (var step : steps) {
      at = at.children.computeIfAbsent(step, missing -> new QueryForm());
    }
    if (at.text.isEmpty()) {
      at.text = Optional.of(value);
    }
  }

  /** The value of a parameter without parts. */
  Optional<String> text(String name) {
    return child(name).flatMap(it -> it.text);
  }

  /** The value that is given here itself. */
  Optional<String> text() {
    return text;
  }

  /** What is below a name. */
  Optional<QueryForm> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  /**
   * The elements of a list or a map, by their numbers.
   *
   * @throws MalformedRequest when one has no number
   */
  List<QueryForm> elements() {
    var byNumber = new TreeMap<Integer, QueryForm>();
    children.forEach((name, child) -> byNumber.put(number(name), child));
    return new ArrayList<>(byNumber.values());
  }

  private static int number(String name) {
    try {
      return Integer.parseUnsignedInt(name);
    } catch (NumberFormatException e) {
      throw new MalformedRequest(
          "MalformedInput", "'%s' is no number of an element of a list".formatted(name));
    }
  }
}
