package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Machine;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.workflows.PicassoException;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApprovalPolicy;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.Review;
import ai.myrecruiter.picasso.workflows.deployment.Risk;
import ai.myrecruiter.picasso.workflows.deployment.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of {@code picasso deploy}, from what is there to what was asked. */
final class DeploymentRun {
  private final Session session;
  private final DeployRequest request;
  private final Patience patience;
  private final Map<String, StackPlan.Proposal> proposals = new HashMap<>();

  DeploymentRun(Session session, DeployRequest request, Patience patience) {
    this.session = session;
    this.request = request;
    this.patience = patience;
  }

  /**
   * Deploys.
   *
   * @throws CommandEnd when it ends otherwise than asked
   */
  void run() throws InterruptedException {
    if (!request.dryRun()) {
      new Resumption(session, patience).finish();
    }
    var stacks = new StackPlans(session.account(), session.place());
    var plans = stacks.of(request.stacks());
    if (request.looksForDrift()) {
      new DriftLook(session, patience).at(plans);
      plans = stacks.of(request.stacks());
    }
    new Clearance(session, request, patience).require(plans);
    if (!request.dryRun()) {
      new FailedStacks(session, patience).delete(plans);
      plans = stacks.of(request.stacks());
    }
    new AssetUpload(session)
        .upload(plans.stream().filter(StackPlan::changes).map(StackPlan::stack).toList());
    propose(plans);
    show(plans);
    if (request.dryRun() || blocked()) {
      withdrawAll(request.dryRun() ? "Made to be looked at" : "The review blocks it");
    }
    requireNotBlocked();
    if (!request.dryRun() && !proposals.isEmpty()) {
      carryOut(plans);
    }
    print(plans);
  }

  private void propose(List<StackPlan> plans) throws InterruptedException {
    var machineIsThere = session.deployed().has(Machine.ROLLOUT);
    var making = new Proposals(session, request.author(), request.dryRun(), machineIsThere);
    for (var plan : plans) {
      if (plan.changes()) {
        making.of(plan).ifPresent(it -> proposals.put(plan.name(), it));
      } else if (!request.dryRun()) {
        making.close(plan);
      }
    }
    if (!request.dryRun() && !proposals.isEmpty()) {
      session.say("Records are in " + session.journal().where());
    }
  }

  private void show(List<StackPlan> plans) {
    for (var plan : plans) {
      var proposal = proposals.get(plan.name());
      if (proposal == null) {
        session.show("%s: nothing to change".formatted(plan.name()));
        continue;
      }
      session.show("");
      session.show("%s: %s".formatted(plan.name(), proposal.plan().action().word()));
      var record = proposal.record();
      ReviewTable.lines(record.changeSet().orElseThrow(), record.review().orElseThrow())
          .forEach(session::show);
    }
  }

  private boolean blocked() {
    return proposals.values().stream()
        .anyMatch(it -> it.record().review().map(Review::blocked).orElse(false));
  }

  private void withdrawAll(String because) {
    var making = new Proposals(session, request.author(), request.dryRun(), false);
    proposals.values().forEach(it -> making.withdraw(it, because));
  }

  private void requireNotBlocked() {
    if (blocked()) {
      throw new ChangeRefused(
          "Nobody can agree to this; nothing was changed.\n"
              + proposals.values().stream()
                  .flatMap(it -> it.record().review().orElseThrow().risks().stream())
                  .filter(it -> it.severity() == Severity.BLOCK)
                  .map(Risk::line)
                  .collect(Collectors.joining("\n")));
    }
  }

  private void carryOut(List<StackPlan> plans) throws InterruptedException {
    var ordered =
        plans.stream()
            .flatMap(plan -> Optional.ofNullable(proposals.get(plan.name())).stream())
            .toList();
    var policy = ChangeApprovalPolicy.of(request.config().approval());
    var cleared =
        agreed(new Consent(session, policy, request.author(), request.yes(), patience), ordered);
    for (var i = 0; i < cleared.size(); i++) {
      execute(cleared.get(i), cleared.subList(i + 1, cleared.size()));
    }
    var aliases = plans.stream().flatMap(plan -> plan.change().stable().stream()).toList();
    boolean creates = cleared.stream().anyMatch(it -> it.plan().action() == DeployAction.CREATE);
    if (creates && !aliases.isEmpty() && session.deployed().has(Machine.HEALTH)) {
      new FirstHealth(session, patience).require(aliases);
    }
  }

  /** One no is a no to all: a part of what was asked is not what was asked. */
  private List<StackPlan.Proposal> agreed(Consent consent, List<StackPlan.Proposal> ordered)
      throws InterruptedException {
    try {
      return consent.of(ordered);
    } catch (ChangeRefused no) {
      withdrawAll("Somebody did not agree to the deployment");
      throw no;
    }
  }

  private void execute(StackPlan.Proposal proposal, List<StackPlan.Proposal> later)
      throws InterruptedException {
    if (proposal.plan().action() != DeployAction.ROLLOUT) {
      var ended = new Execution(session, patience).run(proposal.record());
      proposals.put(proposal.plan().name(), proposal.with(ended));
      protect(proposal.plan());
      return;
    }
    var digest = proposal.record().review().map(Review::changeSetDigest);
    var question =
        new ChangeQuestion(session, request.author(), request.yes() ? digest : Optional.empty());
    var release = new PayloadRelease(session, patience, request.plan(), request.author(), question);
    var ended = released(release, proposal);
    proposals.put(proposal.plan().name(), proposal.with(ended));
    if (!request.toTheEnd() && !later.isEmpty()) {
      throw CommandEnd.timedOut(
          "Rollout %s goes on and owns the environment. Still to be deployed: %s. Run picasso deploy again when it is over, or use --wait."
              .formatted(
                  proposal.id(),
                  later.stream().map(it -> it.plan().name()).collect(Collectors.joining(", "))));
    }
  }

  private Deployment released(PayloadRelease release, StackPlan.Proposal proposal)
      throws InterruptedException {
    try {
      return release.run(proposal, request.toTheEnd());
    } catch (PicassoException ended) {
      if (session.journal().read(proposal.id()).filter(DeploymentRun::neverBegun).isPresent()) {
        new Proposals(session, request.author(), false, true)
            .withdraw(proposal, "The rollout was not accepted");
      }
      throw ended;
    }
  }

  private static boolean neverBegun(Deployment record) {
    return record.status() == DeploymentStatus.PROPOSED;
  }

  private void protect(StackPlan plan) {
    if (plan.action() == DeployAction.CREATE && plan.stack().protectedFromDeletion()) {
      session
          .account()
          .cloudFormation()
          .updateTerminationProtection(
              it -> it.stackName(plan.name()).enableTerminationProtection(true));
    }
  }

  private void print(List<StackPlan> plans) {
    var lines = new ArrayList<DeployReport.StackLine>();
    for (var plan : plans) {
      var proposal = proposals.get(plan.name());
      lines.add(
          proposal == null
              ? DeployReport.StackLine.unchanged(plan)
              : DeployReport.StackLine.of(proposal, status(proposal)));
    }
    var report = new DeployReport(session.environment().value(), request.dryRun(), lines);
    session.settings().printer().print(report, report.table());
    if (request.dryRun()) {
      session.say("Nothing was changed (--dry-run).");
    }
  }

  private Optional<String> status(StackPlan.Proposal proposal) {
    return request.dryRun() ? Optional.empty() : Optional.of(proposal.record().status().name());
  }
}
