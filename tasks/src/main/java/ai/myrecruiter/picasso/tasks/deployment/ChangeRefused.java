package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.PicassoException;
import java.util.List;
import java.util.stream.Collectors;

/** The change of the stack is not made; nothing was executed. */
public final class ChangeRefused extends PicassoException {
  private static final long serialVersionUID = 1L;

  /** Says what stands against it and what to do. */
  public ChangeRefused(String message) {
    super("change-refused", message);
  }

  ChangeRefused(List<Finding> findings) {
    this(findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
  }
}
