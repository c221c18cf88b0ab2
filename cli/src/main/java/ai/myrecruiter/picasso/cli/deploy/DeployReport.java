package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.ResourceChange;
import ai.myrecruiter.picasso.workflows.deployment.Review;
import ai.myrecruiter.picasso.workflows.deployment.Risk;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment did, or would do.
 *
 * @param environment of which environment
 * @param dryRun whether nothing was changed
 * @param stacks in the order in which they are deployed
 */
record DeployReport(String environment, boolean dryRun, List<StackLine> stacks) {
  /** Copies the lines. */
  DeployReport {
    stacks = List.copyOf(stacks);
  }

  /**
   * One stack.
   *
   * @param stack its name
   * @param action what is done
   * @param deployment id of the record
   * @param status of the record; absent when there is none
   * @param digest what an approval is bound to
   * @param blocked whether nobody can agree to it
   * @param changes by resource
   * @param risks the blocking first
   */
  record StackLine(
      String stack,
      String action,
      Optional<String> deployment,
      Optional<String> status,
      Optional<String> digest,
      boolean blocked,
      List<ResourceChange> changes,
      List<Risk> risks) {
    /** A stack that is what the template says. */
    static StackLine unchanged(StackPlan plan) {
      return new StackLine(
          plan.name(),
          DeployAction.UNCHANGED.word(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          List.of());
    }

    /** A stack that changes. */
    static StackLine of(StackPlan.Proposal proposal, Optional<String> status) {
      var review = proposal.record().review();
      return new StackLine(
          proposal.plan().name(),
          proposal.plan().action().word(),
          Optional.of(proposal.id().toString()),
          status,
          review.map(Review::changeSetDigest),
          review.map(Review::blocked).orElse(false),
          proposal.record().changeSet().map(ChangeSet::changes).orElse(List.of()),
          review.map(Review::risks).orElse(List.of()));
    }
  }

  /** One line a stack. */
  List<String> table() {
    var table = new TextTable("STACK", "ACTION", "CHANGES", "RISKS", "STATUS", "DEPLOYMENT");
    stacks.forEach(it ->
        table.row(
            it.stack(),
            it.action(),
            String.valueOf(it.changes().size()),
            String.valueOf(it.risks().size()),
            it.status().orElse("-"),
            it.deployment().orElse("-")));
    return table.lines();
  }
}
