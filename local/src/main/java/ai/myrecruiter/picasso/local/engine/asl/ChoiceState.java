package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Condition;
import java.util.List;
import java.util.Optional;

/** Goes where the first rule that holds says, or to the default. */
public record ChoiceState(String name, InputOutput io, List<Rule> rules, Optional<String> otherwise)
    implements State {
  /** Keeps the rules from change. */
  public ChoiceState {
    rules = List.copyOf(rules);
  }

  @Override
  public String type() {
    return "Choice";
  }

  /** A condition and where it leads. */
  public record Rule(Condition condition, String next) {}
}
