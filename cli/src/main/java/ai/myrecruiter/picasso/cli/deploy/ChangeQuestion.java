package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * The question of a rollout about its change: answered for the one who deploys, who has agreed
 * already, where that counts; else said once to whoever reads.
 */
final class ChangeQuestion {
  private final Session session;
  private final String author;
  private final Optional<String> agreedTo;
  private final Set<String> seen = new HashSet<>();

  /**
   * The questions of a rollout.
   *
   * @param agreedTo digest of the change set that the one who deploys has agreed to
   */
  ChangeQuestion(Session session, String author, Optional<String> agreedTo) {
    this.session = session;
    this.author = author;
    this.agreedTo = agreedTo;
  }

  /** Answers the question of a record, or says that it waits. */
  void answer(Deployment record) {
    record
        .approval()
        .filter(question -> question.taskToken().map(seen::add).orElse(false))
        .ifPresent(question -> answer(record, question));
  }

  private void answer(Deployment record, ChangeApproval question) {
    if (!question.otherThanStarter() && agreedTo.equals(Optional.of(question.changeSetDigest()))) {
      send(
          session,
          question,
          new ChangeAnswer(true, author, question.changeSetDigest(), Optional.empty()));
      return;
    }
    session.say(
        "%s has to agree until %s: picasso deploy approve %s --env %s"
            .formatted(
                question.otherThanStarter() ? "Another person than " + author : "Somebody",
                question.expiresAt(),
                record.id(),
                session.environment()));
  }

  /** Sends an answer; false when nobody waits for it any more. */
  static boolean send(Session session, ChangeApproval question, ChangeAnswer answer) {
    try {
      session
          .deployed()
          .sfn()
          .sendTaskSuccess(it ->
              it.taskToken(question.taskToken().orElseThrow()).output(Contracts.write(answer)));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException late) {
      return false;
    }
  }
}
