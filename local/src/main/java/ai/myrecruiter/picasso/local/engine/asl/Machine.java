package ai.myrecruiter.picasso.local.engine.asl;

import java.util.Map;
import java.util.Objects;

/**
 * States and where to start: a whole definition or a branch of a Parallel state.
 *
 * @param startAt the name of the first state
 * @param states by name; each name that a state goes to is here
 */
public record Machine(String startAt, Map<String, State> states) {
  /** Keeps the states from change. */
  public Machine {
    states = Map.copyOf(states);
  }

  /** The state of a name that this machine goes to. */
  public State state(String name) {
    return Objects.requireNonNull(
        states.get(name), () -> "no state '" + name + "': the parser let a bad target through");
  }
}
