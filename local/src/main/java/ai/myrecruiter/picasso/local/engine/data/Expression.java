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
      var values = new ArrayList<JsonNode>(arguments.size());
      for (var argument : arguments) {
        values.add(argument(argument, scope, field));
      }
      try {
        return function.apply(new Arguments(values), scope.random());
      } catch (IllegalArgumentException e) {
        throw DataFailure.intrinsic(text, String.valueOf(e.getMessage()));
      }
    }

    private JsonNode argument(Expression argument, Scope scope, String field) {
      if (!(argument instanceof Lookup(Path path))) {
        return argument.evaluate(scope, field);
      }
      return path.find(scope)
          .orElseThrow(() ->
              DataFailure.runtime(
                  "The function '%s' had the following error: The JsonPath argument for the field '%s' could not be found in the input '%s'"
                      .formatted(text, path.text(), Json.write(scope.input()))));
    }
  }
}
