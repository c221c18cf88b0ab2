package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;
import java.util.Set;

/** What became of reading an environment's document. */
public sealed interface EnvironmentReading {
  /** What was accepted, or all findings as an {@link InvalidInput}. */
  default Accepted orThrow() {
    return switch (this) {
      case Accepted accepted -> accepted;
      case Refused(var findings) -> throw new InvalidInput(findings);
    };
  }

  /**
   * The document is legal.
   *
   * @param config what it says, with defaults
   * @param given the paths, as in {@link EnvironmentConfig#values}, that the document itself gives
   */
  record Accepted(EnvironmentConfig config, Set<String> given) implements EnvironmentReading {
    /** Copies the paths. */
    public Accepted {
      given = Set.copyOf(given);
    }
  }

  /** The document is not; every finding, at least one. */
  record Refused(List<Finding> findings) implements EnvironmentReading {
    /** Copies the findings. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
