package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApprovalPolicy;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Optional;

/** Writes the question about the change set, with the token of its answer, into the record. */
public final class RequestChangeApproval extends Task<RequestChangeApproval.Question, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public RequestChangeApproval() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public RequestChangeApproval(Ports ports) {
    super(Question.class);
    this.ports = ports;
  }

  /** Which rollout, what is asked, and the token of the answer. */
  public record Question(Run run, NextStep next, String taskToken) {}

  @Override
  protected Turn run(Question question) {
    var policy =
        ChangeApprovalPolicy.of(
            PolicyInspection.of(ports, question.run().environment()).approval());
    new OwnedDeployment(ports, question.run())
        .change((deployment, now) -> {
          var digest = deployment.changeSet().map(ChangeSet::digest).orElseThrow();
          var asked =
              new ChangeApproval(
                  digest,
                  Optional.of(question.taskToken()),
                  now.plusSeconds(question.next().waitSeconds()),
                  policy.otherThanStarter());
          return deployment.awaiting(asked, now);
        });
    return new Turn(question.run(), question.next());
  }
}
