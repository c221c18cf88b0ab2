package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The record of one change of a stack, kept for audit: what was asked, what was reviewed, who
 * agreed and what came of it. A change that has been made gives the same record again.
 *
 * @param environment where
 * @param id the rollout that it is part of
 * @param change what was asked
 * @param startedBy who asked
 * @param status where it is
 * @param changeSetId ARN of the change set, once there is one
 * @param changeSet what was reviewed
 * @param review what the rules found
 * @param approval the question that waits for a person
 * @param answer who answered it and how
 * @param entries what happened, oldest first
 * @param executor who carries it out; absent for the state machine {@code rollout}
 */
public record Deployment(
    Environment environment,
    RolloutId id,
    StackChange change,
    String startedBy,
    DeploymentStatus status,
    Optional<String> changeSetId,
    Optional<ChangeSet> changeSet,
    Optional<Review> review,
    Optional<ChangeApproval> approval,
    Optional<ChangeAnswer> answer,
    List<DeploymentEntry> entries,
    Optional<Executor> executor) {
  private static final int MOST_ENTRIES = 60;

  /** Copies the entries. */
  public Deployment {
    entries = List.copyOf(entries);
  }

  /** A new record. */
  public static Deployment begun(
      Environment environment, RolloutId id, StackChange change, String startedBy, Instant at) {
    var sentence = "%s asked for a change of stack %s".formatted(startedBy, change.stack());
    return new Deployment(
        environment,
        id,
        change,
        startedBy,
        DeploymentStatus.INSPECTING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new DeploymentEntry(at, DeploymentStatus.INSPECTING, sentence)),
        Optional.empty());
  }

  /** The same record of a change that somebody else carries out. */
  public Deployment by(Executor other) {
    return new Deployment(
        environment,
        id,
        change,
        startedBy,
        status,
        changeSetId,
        changeSet,
        review,
        approval,
        answer,
        entries,
        Optional.of(other));
  }

  /** Whether a command carries it out. */
  public boolean carriedOutByCommand() {
    return executor.equals(Optional.of(Executor.COMMAND));
  }

  /** The change set is being made. */
  public Deployment proposed(String id, Instant at) {
    return changeSetId.isPresent()
        ? this
        : with(Optional.of(id), changeSet, review, approval, answer)
            .to(DeploymentStatus.PROPOSED, "Change set " + id + " asked for", at);
  }

  /** The change set is known and was reviewed. */
  public Deployment reviewed(ChangeSet reviewed, Review findings) {
    return with(changeSetId, Optional.of(reviewed), Optional.of(findings), approval, answer);
  }

  /** A person is asked; the same question with another token replaces the one before. */
  public Deployment awaiting(ChangeApproval question, Instant at) {
    return with(changeSetId, changeSet, review, Optional.of(question), answer)
        .to(
            DeploymentStatus.AWAITING_APPROVAL,
            "Waiting for a person until " + question.expiresAt(),
            at);
  }

  /** A person answered, and the answer counts. */
  public Deployment answered(ChangeAnswer given) {
    return with(changeSetId, changeSet, review, Optional.empty(), Optional.of(given));
  }

  /** Goes to a status; the record itself when it is there already. */
  public Deployment to(DeploymentStatus next, String sentence, Instant at) {
    if (next == status) {
      return this;
    }
    InvalidInput.unless(
        status.next().contains(next),
        "$.status",
        next,
        "must be one of " + status.next() + " after " + status,
        "see the deployment's record; another execution may have ended it");
    var question = next.terminal() ? Optional.<ChangeApproval>empty() : approval;
    return new Deployment(
            environment,
            id,
            change,
            startedBy,
            next,
            changeSetId,
            changeSet,
            review,
            question,
            answer,
            entries,
            executor)
        .noted(sentence, at);
  }

  /** Something happened; the last sentence again adds nothing. */
  public Deployment noted(String sentence, Instant at) {
    if (entries.getLast().sentence().equals(sentence) || entries.size() >= MOST_ENTRIES) {
      return this;
    }
    var more = new ArrayList<>(entries);
    more.add(new DeploymentEntry(at, status, sentence));
    return new Deployment(
        environment,
        id,
        change,
        startedBy,
        status,
        changeSetId,
        changeSet,
        review,
        approval,
        answer,
        more,
        executor);
  }

  private Deployment with(
      Optional<String> newId,
      Optional<ChangeSet> newSet,
      Optional<Review> newReview,
      Optional<ChangeApproval> question,
      Optional<ChangeAnswer> given) {
    return new Deployment(
        environment,
        id,
        change,
        startedBy,
        status,
        newId,
        newSet,
        newReview,
        question,
        given,
        entries,
        executor);
  }
}
