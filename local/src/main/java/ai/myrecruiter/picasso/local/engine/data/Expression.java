package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of a field whose name ends in {@code .$}: a path or a call of an intrinsic function.
 */
public sealed interface Expression {
  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when the text is neither a path nor a call
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /**
   * The value in a scope.
   *
   * @param field the field that holds the expression, for the message
   * @throws DataFailure when there is none
   */
  JsonNode evaluate(Scope scope, String field);

  /** A value that is what it is. */
  record Literal(JsonNode value) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return value;
    }
  }

  /** A path into the input or the context object. */
  record Lookup(Path path) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return path.require(scope, field);
    }
  }

  /** A call, with its text for the message. */
  record Call(Intrinsic function, List<Expression> arguments, String text) implements Expression {
    /** Keeps the arguments from change. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return call(scope, text);
    }

    /** The value; a failure names the whole expression, of which this call may be a part. */
    private JsonNode call(Scope scope, String whole) {
      var values = new ArrayList<JsonNode>(arguments.size());
      for (var argument : arguments) {
        values.add(
            switch (argument) {
              case Literal(var value) -> value;
              case Lookup(var path) -> found(path, scope, whole);
              case Call inner -> inner.call(scope, whole);
            });
      }
      try {
        return function.apply(new Arguments(values), scope.random());
      } catch (IllegalArgumentException e) {
        throw DataFailure.intrinsic(whole, String.valueOf(e.getMessage()));
      }
    }

    private static JsonNode found(Path path, Scope scope, String whole) {
      return path.find(scope)
          .orElseThrow(() ->
              DataFailure.runtime(
                  "The function '%s' had the following error: The JsonPath argument for the field '%s' could not be found in the input '%s'"
                      .formatted(whole, path.text(), Json.write(scope.input()))));
    }
  }
}
