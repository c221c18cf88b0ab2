package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks an answer against the question. One that does not count (another change set, the starter's
 * own) is noted and the question is asked again for what is left of its time; none in time is a no.
 */
public final class VerifyChangeApproval extends Task<VerifyChangeApproval.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public VerifyChangeApproval() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public VerifyChangeApproval(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** Which rollout, what was asked, and what came back with the task token. */
  public record Request(Run run, NextStep next, JsonNode approval) {}

  @Override
  protected Turn run(Request request) {
    var owned = new OwnedDeployment(ports, request.run());
    var deployment = owned.read();
    if (deployment.status() == DeploymentStatus.CLEARED) {
      return new Turn(request.run(), execute("Approved"));
    }
    if (request.approval().path("decision").asText().equals("expired")) {
      throw new ChangeRefused("Nobody agreed to the change set in time; deploy again.");
    }
    var answer = answer(request.approval());
    var findings = findings(deployment, answer, owned.now());
    if (!findings.isEmpty()) {
      var why = findings.stream().map(Finding::line).collect(Collectors.joining(" "));
      owned.change((it, now) -> it.noted("An answer did not count: " + why, now));
      return new Turn(request.run(), askAgain(deployment, owned.now(), why));
    }
    return new Turn(request.run(), decide(owned, answer.orElseThrow()));
  }

  private static NextStep decide(OwnedDeployment owned, ChangeAnswer answer) {
    var reason = answer.reason().map(text -> ": " + text).orElse("");
    if (!answer.approved()) {
      owned.change((it, now) -> it.answered(answer));
      throw new ChangeRefused(answer.by() + " rejected the change set" + reason);
    }
    var sentence = answer.by() + " approved the change set" + reason;
    owned.change((it, now) -> it.answered(answer).to(DeploymentStatus.CLEARED, sentence, now));
    return execute(sentence);
  }

  private static NextStep execute(String sentence) {
    return new NextStep(Step.EXECUTE, 0, 0, 0, sentence);
  }

  private static NextStep askAgain(Deployment deployment, Instant now, String why) {
    var left =
        deployment
            .approval()
            .map(question -> Duration.between(now, question.expiresAt()))
            .orElse(Duration.ZERO);
    return new NextStep(Step.APPROVE, 0, 0, Math.max(1, left.toSeconds()), why);
  }

  private static Optional<ChangeAnswer> answer(JsonNode json) {
    try {
      return Optional.of(Contracts.read(json, ChangeAnswer.class));
    } catch (InvalidInput unreadable) {
      return Optional.empty();
    }
  }

  private static List<Finding> findings(
      Deployment deployment, Optional<ChangeAnswer> answer, Instant now) {
    if (answer.isEmpty()) {
      return List.of(
          new Finding(
              "$", "the answer", "must be an answer about a change set", "use picasso deploy"));
    }
    return deployment
        .approval()
        .map(question -> question.check(answer.get(), deployment.startedBy(), now))
        .orElse(List.of());
  }
}
