package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The condition of a rule of a Choice state. */
public sealed interface Condition {
  /**
   * Whether the condition holds.
   *
   * @throws DataFailure when it names a value that is not there
   */
  boolean holds(Scope scope);

  /** All of them. */
  record And(List<Condition> conditions) implements Condition {
    /** Keeps the conditions from change. */
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Scope scope) {
      return conditions.stream().allMatch(condition -> condition.holds(scope));
    }
  }

  /** At least one of them. */
  record Or(List<Condition> conditions) implements Condition {
    /** Keeps the conditions from change. */
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Scope scope) {
      return conditions.stream().anyMatch(condition -> condition.holds(scope));
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !condition.holds(scope);
    }
  }

  /** A variable against a constant; values of different types are not equal, less or greater. */
  record Comparison(Path variable, Operator operator, JsonNode operand) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return operator.test(value(variable, scope), operand);
    }
  }

  /** A variable against another place in the input. */
  record PathComparison(Path variable, Operator operator, Path operand) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return operator.test(value(variable, scope), value(operand, scope));
    }
  }

  /** What kind of value a variable has. */
  record Test(Path variable, Kind kind, boolean expected) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      if (kind == Kind.PRESENT) {
        return variable.find(scope).isPresent() == expected;
      }
      return kind.matches(value(variable, scope)) == expected;
    }
  }

  private static JsonNode value(Path path, Scope scope) {
    return path.find(scope)
        .orElseThrow(() ->
            DataFailure.runtime(
                "Invalid path '%s': The choice state's condition path references an invalid value."
                    .formatted(path.text())));
  }
}
