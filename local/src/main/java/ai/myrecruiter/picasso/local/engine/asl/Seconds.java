package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import com.fasterxml.jackson.databind.JsonNode;

/** A number of seconds, given or looked up. */
public sealed interface Seconds {
  /** The largest number the service takes, somewhat over three years. */
  long MAX = 99_999_999;

  /**
   * The number in a scope.
   *
   * @throws DataFailure when the path leads to something else than 0 to {@link #MAX}
   */
  long in(Scope scope);

  /** Given in the definition. */
  record Given(long value) implements Seconds {
    @Override
    public long in(Scope scope) {
      return value;
    }
  }

  /** Looked up in the input; the field's name is for the message. */
  record At(Path path, String field) implements Seconds {
    @Override
    public long in(Scope scope) {
      var value = path.require(scope, field);
      if (!value.isIntegralNumber()) {
        throw unusable("cannot be parsed as a long value", value);
      }
      if (value.longValue() < 0) {
        throw unusable("references a negative value", value);
      }
      if (value.longValue() > MAX) {
        throw unusable("references a value greater than " + MAX, value);
      }
      return value.longValue();
    }

    private DataFailure unusable(String problem, JsonNode value) {
      return DataFailure.runtime(
          "The %s parameter %s: %s == %s"
              .formatted(field, problem, path.text(), Json.write(value)));
    }
  }
}
