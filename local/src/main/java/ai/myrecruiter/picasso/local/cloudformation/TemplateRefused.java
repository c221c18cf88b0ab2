package ai.myrecruiter.picasso.local.cloudformation;

import java.util.List;
import java.util.stream.Collectors;

/** Templates that the stage cannot make as AWS would; carries every finding. */
public final class TemplateRefused extends RuntimeException {
  private final transient List<Finding> findings;

  TemplateRefused(List<Finding> findings) {
    super(findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** All findings, at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
