package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment on one line.
 *
 * @param id its id
 * @param stack which stack
 * @param status where it is
 * @param startedBy who asked
 * @param startedAt when
 * @param approvedBy who agreed, if somebody did
 */
record DeploymentRow(
    String id,
    String stack,
    String status,
    String startedBy,
    Instant startedAt,
    Optional<String> approvedBy) {
  static DeploymentRow of(Deployment deployment) {
    return new DeploymentRow(
        deployment.id().toString(),
        deployment.change().stack(),
        deployment.status().name(),
        deployment.startedBy(),
        deployment.entries().getFirst().at(),
        deployment.answer().filter(ChangeAnswer::approved).map(ChangeAnswer::by));
  }

  static List<String> table(List<DeploymentRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var table = new TextTable("DEPLOYMENT", "STACK", "STATUS", "STARTED", "BY", "APPROVED BY");
    rows.forEach(it ->
        table.row(
            it.id(),
            it.stack(),
            it.status(),
            Numbers.minute(it.startedAt()),
            it.startedBy(),
            it.approvedBy().orElse("-")));
    return table.lines();
  }
}
