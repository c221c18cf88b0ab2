package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.plan.PlanTable;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.util.ArrayList;
import java.util.List;

/** What a start asks for, for people. */
final class StartSummary {
  private StartSummary() {}

  static List<String> lines(StartRollout request) {
    var lines = new ArrayList<String>();
    lines.add(
        "Rollout of %s in %s, %s, started by %s"
            .formatted(
                request.functions(),
                request.environment(),
                request
                    .version()
                    .map(version -> "version " + version)
                    .orElse("a version to be published"),
                request.startedBy()));
    lines.addAll(PlanTable.of(request.plan()));
    return lines;
  }
}
