package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.tasks.deployment.ChangeReview;
import ai.myrecruiter.picasso.tasks.deployment.ChangeSetNames;
import ai.myrecruiter.picasso.tasks.deployment.ChangeSetRequest;
import ai.myrecruiter.picasso.tasks.deployment.ChangeSetView;
import ai.myrecruiter.picasso.tasks.deployment.StableVersions;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAction;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.Executor;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/** Has CloudFormation work out what would change, and holds it against the rules. */
final class Proposals {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int MOST_LOOKS = 300;
  private final Session session;
  private final String author;
  private final boolean dryRun;
  private final boolean machineIsThere;
  private final CloudFormationClient cloudFormation;

  /**
   * Proposals of a person.
   *
   * @param dryRun whether nothing is recorded
   * @param machineIsThere whether the state machine {@code rollout} can be started
   */
  Proposals(Session session, String author, boolean dryRun, boolean machineIsThere) {
    this.session = session;
    this.author = author;
    this.dryRun = dryRun;
    this.machineIsThere = machineIsThere;
    this.cloudFormation = session.account().cloudFormation();
  }

  /** What would change of a stack; empty when nothing would. */
  Optional<StackPlan.Proposal> of(StackPlan plan) throws InterruptedException {
    var record = begin(plan);
    var name = ChangeSetNames.of(record.id());
    request(plan, name);
    record = note(record, record.proposed(name, session.now()));
    var view = new ChangeSetView(cloudFormation, plan.change(), name);
    var described = known(view, name);
    if (described.statusAsString().equals("FAILED")) {
      return failed(plan, record, String.valueOf(described.statusReason()));
    }
    return Optional.of(reviewed(plan, record, view));
  }

  private Deployment begin(StackPlan plan) {
    var open = open(plan);
    if (open.isPresent() && open.get().change().equals(plan.change()) && !dryRun) {
      session.say("Going on with deployment %s of %s".formatted(open.get().id(), plan.name()));
      return open.get();
    }
    open.filter(_ -> !dryRun).ifPresent(Proposals::refuse);
    var id = RolloutId.create(session.now(), session.shell().random());
    var begun =
        Deployment.begun(session.environment(), id, plan.change(), author, session.now())
            .by(Executor.COMMAND)
            .noted("Called by " + session.caller(), session.now());
    return dryRun ? begun : session.journal().create(begun);
  }

  private static void refuse(Deployment other) {
    throw CommandEnd.refused(
        "Deployment %s of %s, of another template, waits for stack %s. Say no to it first: picasso deploy approve %s --reject"
            .formatted(other.id(), other.startedBy(), other.change().stack(), other.id()));
  }

  private void request(StackPlan plan, String name) {
    var request = new ChangeSetRequest(cloudFormation, plan.change(), name);
    if (plan.action() == DeployAction.CREATE) {
      request.create(plan.stack().tags());
    } else {
      var live = StableVersions.byParameter(session.account().lambda(), plan.change());
      request.update(live, plan.stack().tags());
    }
  }

  private DescribeChangeSetResponse known(ChangeSetView view, String name)
      throws InterruptedException {
    for (var look = 0; look < MOST_LOOKS; look++) {
      var described = view.describe();
      switch (described.statusAsString()) {
        case "CREATE_PENDING", "CREATE_IN_PROGRESS" -> session.shell().pause().pause(LOOK);
        case "CREATE_COMPLETE", "FAILED" -> {
          return described;
        }
        default ->
            throw new ChangeRefused(
                "Change set %s is %s; deploy again.".formatted(name, described.statusAsString()));
      }
    }
    throw CommandEnd.timedOut(
        "Change set %s is not known after %d looks. See it in CloudFormation; deploy again."
            .formatted(name, MOST_LOOKS));
  }

  /** CloudFormation calls a change set without changes failed. */
  private Optional<StackPlan.Proposal> failed(StackPlan plan, Deployment record, String reason) {
    delete(plan, record.id());
    if (reason.contains("didn't contain changes") || reason.contains("No updates are to be")) {
      var sentence = "The stack is already what the template says";
      note(record, record.to(unchanged(record), sentence, session.now()));
      return Optional.empty();
    }
    var sentence = "CloudFormation cannot make the change set: " + reason;
    note(record, record.to(DeploymentStatus.REFUSED, sentence, session.now()));
    throw new ChangeRefused(
        "%s: %s Correct the template, and deploy again.".formatted(plan.name(), sentence));
  }

  private static DeploymentStatus unchanged(Deployment record) {
    return record.status() == DeploymentStatus.PROPOSED
        ? DeploymentStatus.UNCHANGED
        : DeploymentStatus.REFUSED;
  }

  /** Ends what waits for a stack that has become what it asks for by another terminal. */
  void close(StackPlan plan) {
    open(plan)
        .filter(it -> it.change().equals(plan.change()) && !it.status().executing())
        .ifPresent(it -> {
          delete(plan, it.id());
          note(
              it,
              it.to(
                  DeploymentStatus.REFUSED,
                  "The stack has become what was asked by another deployment",
                  session.now()));
        });
  }

  private Optional<Deployment> open(StackPlan plan) {
    return session.journal().list().stream()
        .filter(it -> it.carriedOutByCommand() && !it.status().terminal())
        .filter(it -> it.change().stack().equals(plan.name()))
        .findFirst();
  }

  private StackPlan.Proposal reviewed(StackPlan plan, Deployment record, ChangeSetView view) {
    var template = view.template();
    var changes = view.read(template, plan.action() == DeployAction.CREATE);
    if (!changes.templateDigest().equals(plan.change().templateDigest())) {
      throw new ChangeRefused(
          "The template of change set %s is not the one that was synthesized; deploy again."
              .formatted(ChangeSetNames.of(record.id())));
    }
    var live =
        plan.action() == DeployAction.CREATE
            ? Map.<String, String>of()
            : StableVersions.byParameter(session.account().lambda(), plan.change());
    requireSame(plan, record, changes);
    var review = ChangeReview.of(cloudFormation, changes, template, live);
    var later = note(record, record.reviewed(changes, review));
    boolean publishes =
        changes.changes().stream()
            .anyMatch(
                it -> it.action() == ChangeAction.ADD && it.type().equals("AWS::Lambda::Version"));
    boolean releases =
        plan.action() == DeployAction.UPDATE
            && publishes
            && machineIsThere
            && !plan.change().stable().isEmpty();
    return releases
        ? new StackPlan.Proposal(
            plan.to(DeployAction.ROLLOUT), record.id(), note(later, later.by(Executor.ROLLOUT)))
        : new StackPlan.Proposal(plan, record.id(), later);
  }

  /** A person may have agreed already; what they agreed to is all that may be executed. */
  private void requireSame(StackPlan plan, Deployment record, ChangeSet changes) {
    boolean asked =
        record.status() == DeploymentStatus.AWAITING_APPROVAL
            || record.status() == DeploymentStatus.CLEARED;
    if (asked && !record.changeSet().map(ChangeSet::digest).equals(Optional.of(changes.digest()))) {
      var proposal = new StackPlan.Proposal(plan, record.id(), record);
      withdraw(proposal, "The change set is not the one that was reviewed any more");
      throw new ChangeRefused(
          "Deployment %s would change something else than what was reviewed; deploy again."
              .formatted(record.id()));
    }
  }

  private Deployment note(Deployment before, Deployment after) {
    return dryRun
        ? after
        : session.journal().change(before.id(), stored -> carry(stored, before, after));
  }

  /** What was stored in between wins: another terminal may go on with the same deployment. */
  private static Deployment carry(Deployment stored, Deployment before, Deployment after) {
    return stored.equals(before) ? after : stored;
  }

  /** Gives proposals up: nothing of them was executed. */
  void withdraw(StackPlan.Proposal proposal, String because) {
    delete(proposal.plan(), proposal.id());
    if (!dryRun) {
      session
          .journal()
          .change(
              proposal.id(),
              it ->
                  it.status().terminal()
                      ? it
                      : it.to(DeploymentStatus.REFUSED, because, session.now()));
    }
  }

  /** Takes a change set away, and the stack that only it was for. */
  private void delete(StackPlan plan, RolloutId id) {
    try {
      cloudFormation.deleteChangeSet(
          it -> it.stackName(plan.name()).changeSetName(ChangeSetNames.of(id)));
    } catch (ChangeSetNotFoundException gone) {
      return;
    }
    if (plan.action() == DeployAction.CREATE) {
      cloudFormation.deleteStack(it -> it.stackName(plan.name()));
    }
  }
}
