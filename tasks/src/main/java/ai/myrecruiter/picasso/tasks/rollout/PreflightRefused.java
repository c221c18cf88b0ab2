package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.PicassoException;
import java.util.List;
import java.util.stream.Collectors;

/** What was asked for is there, but is in no state to be rolled out. Nothing was changed. */
public final class PreflightRefused extends PicassoException {
  private static final long serialVersionUID = 1L;

  PreflightRefused(List<Finding> findings) {
    super(
        "preflight-refused",
        findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
  }
}
