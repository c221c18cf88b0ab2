package ai.myrecruiter.picasso.local.engine.asl;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot become a state machine. */
public final class DefinitionRefused extends RuntimeException {
  private final transient List<Finding> findings;

  DefinitionRefused(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'")));
    this.findings = List.copyOf(findings);
  }

  /** All reasons, in the order of the definition. */
  public List<Finding> findings() {
    return findings;
  }
}
