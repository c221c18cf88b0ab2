package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.rollout.Rollouts;
import ai.myrecruiter.picasso.cli.rollout.Sighting;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.cli.view.PlainShow;
import ai.myrecruiter.picasso.tasks.deployment.ChangeSetNames;
import ai.myrecruiter.picasso.tasks.deployment.StackHistory;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAction;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Changes the payload's stack by the state machine {@code rollout}, which reviews the change again,
 * asks for consent itself and then rolls the new versions out.
 */
final class PayloadRelease {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private final Session session;
  private final Patience patience;
  private final Plan plan;
  private final String author;
  private final EventLines lines;
  private final Rollouts rollouts;
  private final PlainShow show;
  private final ChangeQuestion question;

  PayloadRelease(
      Session session, Patience patience, Plan plan, String author, ChangeQuestion question) {
    this.session = session;
    this.patience = patience;
    this.plan = plan;
    this.author = author;
    this.question = question;
    this.lines = new EventLines(session.shell()::say);
    this.rollouts = new Rollouts(session.deployed());
    this.show = new PlainShow(session.shell()::say);
  }

  /**
   * Starts the rollout of a proposal and follows it.
   *
   * @param toTheEnd whether the rollout is followed until it is over, else until the stack is
   *     changed and the release has begun
   * @throws CommandEnd when it ends otherwise than asked
   */
  Deployment run(StackPlan.Proposal proposal, boolean toTheEnd) throws InterruptedException {
    var request = request(proposal);
    var arn = rollouts.start(request);
    session.say(
        "Rollout %s changes %s, then releases %s with plan %s"
            .formatted(
                request.rolloutId(), proposal.plan().name(), request.functions(), plan.name()));
    while (true) {
      var seen = rollouts.look(request.rolloutId(), arn);
      var record = session.journal().read(request.rolloutId());
      seen.rollout().ifPresent(it -> show.show(it, Optional.empty(), session.now()));
      record.ifPresent(this::show);
      if (over(seen, record, toTheEnd)) {
        record.filter(it -> it.status().terminal()).ifPresent(this::keepEvents);
        return ended(seen, record, request, toTheEnd);
      }
      record.ifPresent(question::answer);
      patience.require(
          "Rollout %s goes on; see it with: picasso rollout watch %s"
              .formatted(request.rolloutId(), request.rolloutId()));
      session.shell().pause().pause(LOOK);
    }
  }

  private StartRollout request(StackPlan.Proposal proposal) {
    var stack = proposal.plan().stack();
    var versions = stack.resources("AWS::Lambda::Version");
    var functions =
        proposal.record().changeSet().orElseThrow().changes().stream()
            .filter(it -> it.action() == ChangeAction.ADD)
            .flatMap(it -> Optional.ofNullable(versions.get(it.logicalId())).stream())
            .map(stack::functionOf)
            .sorted()
            .distinct()
            .toList();
    var alias = proposal.plan().change().stable().getFirst().alias();
    return new StartRollout(
            session.environment(),
            proposal.id(),
            functions.getFirst(),
            alias,
            Optional.empty(),
            Optional.empty(),
            plan,
            plan.digest(),
            author)
        .together(functions.stream().skip(1).map(FunctionRelease::ofCode).toList())
        .after(proposal.plan().change());
  }

  private void show(Deployment record) {
    if (record.status().executing() || record.status().terminal()) {
      lines.show(history(record).events());
    }
  }

  private StackHistory history(Deployment record) {
    return StackHistory.of(
        session.account().cloudFormation(),
        record.change().stack(),
        ChangeSetNames.of(record.id()));
  }

  private void keepEvents(Deployment record) {
    List<RecordedEvent> events = history(record).events().stream().map(RecordedEvent::of).toList();
    session.journal().keepEvents(record.id(), events);
  }

  private static boolean over(Sighting seen, Optional<Deployment> record, boolean toTheEnd) {
    if (seen.terminal() || seen.end().isPresent()) {
      return true;
    }
    return !toTheEnd && record.filter(it -> it.status().terminal()).isPresent() && released(seen);
  }

  /** Whether the version is published, from when on the rollout can no longer be refused. */
  private static boolean released(Sighting seen) {
    return seen.rollout().filter(it -> it.candidate().isPresent()).isPresent();
  }

  private Deployment ended(
      Sighting seen, Optional<Deployment> record, StartRollout request, boolean toTheEnd) {
    var subject = "Rollout " + request.rolloutId();
    if (record.isEmpty() || seen.rollout().isEmpty()) {
      throw seen.end()
          .map(end -> end.asRefusal(subject))
          .orElseGet(() -> CommandEnd.failed(subject + " ended without a record of its change."));
    }
    var change = record.get();
    if (change.status() == DeploymentStatus.STUCK) {
      throw CommandEnd.failed(sentence(change));
    }
    if (change.status() != DeploymentStatus.COMPLETED
        && change.status() != DeploymentStatus.UNCHANGED) {
      throw CommandEnd.refused(sentence(change));
    }
    if (toTheEnd || seen.terminal()) {
      requirePromoted(seen, subject);
    }
    return change;
  }

  private static String sentence(Deployment change) {
    return "The change of %s was %s: %s. Record: picasso deploy show %s"
        .formatted(
            change.change().stack(),
            change.status(),
            change.entries().getLast().sentence(),
            change.id());
  }

  private static void requirePromoted(Sighting seen, String subject) {
    var rollout = seen.rollout().orElseThrow();
    if (rollout.status() != RolloutStatus.COMPLETED) {
      throw CommandEnd.refused(
          "%s was %s. The stack was changed; traffic is on the version before."
              .formatted(subject, Endings.summary(rollout)));
    }
  }
}
