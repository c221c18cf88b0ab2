package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.PicassoException;
import java.util.List;
import java.util.stream.Collectors;

/** Templates that the stage cannot make as AWS would; carries every finding. */
public final class TemplateRefused extends PicassoException {
  private final transient List<Finding> findings;

  TemplateRefused(List<Finding> findings) {
    super("template-refused", lines(findings));
    this.findings = List.copyOf(findings);
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
  }

  /** All findings, one a line. */
  String sentence() {
    return lines(findings);
  }

  /** All findings, at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
