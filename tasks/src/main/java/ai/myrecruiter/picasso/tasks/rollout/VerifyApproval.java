package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
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
 * Checks an answer against the question. An answer that does not count (another stage, another
 * plan, the starter's own) is noted and the question is asked again for what is left of its time;
 * no answer in time counts as the plan's default.
 */
public final class VerifyApproval extends Task<VerifyApproval.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public VerifyApproval() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public VerifyApproval(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** Which rollout, what was asked, and what came back with the task token. */
  public record Request(Run run, NextStep next, JsonNode approval) {}

  @Override
  protected Turn run(Request request) {
    var owned = new OwnedRollout(ports, request.run());
    var record = owned.read();
    var now = owned.now();
    var decision = decide(record, request, now);
    if (decision.counts()) {
      owned.change((rollout, at) -> rollout.answered(decision.next().sentence(), at));
    } else {
      owned.change((rollout, at) -> rollout.noted(decision.next().sentence(), at));
    }
    return new Turn(request.run(), decision.next());
  }

  private record Decision(boolean counts, NextStep next) {}

  private static Decision decide(Rollout record, Request request, Instant now) {
    var itinerary = new Itinerary(record.plan());
    if (request.approval().path("decision").asText().equals("expired")) {
      return new Decision(true, expired(itinerary, request.next()));
    }
    var answer = answer(request.approval());
    var findings = findings(record, answer, now);
    if (findings.isEmpty()) {
      return new Decision(true, answered(itinerary, request.next(), answer.orElseThrow()));
    }
    var left =
        record
            .approval()
            .map(PendingApproval::expiresAt)
            .map(at -> Duration.between(now, at))
            .orElse(Duration.ZERO);
    var why = findings.stream().map(Finding::line).collect(Collectors.joining(" "));
    return new Decision(
        false, itinerary.askAgain(request.next(), left, "An answer did not count: " + why));
  }

  private static Optional<ApprovalAnswer> answer(JsonNode json) {
    try {
      return Optional.of(Contracts.read(json, ApprovalAnswer.class));
    } catch (InvalidInput unreadable) {
      return Optional.empty();
    }
  }

  private static List<Finding> findings(
      Rollout record, Optional<ApprovalAnswer> answer, Instant now) {
    if (answer.isEmpty()) {
      return List.of(
          new Finding(
              "$", "the answer", "must be an approval answer", "use picasso rollout approve"));
    }
    return record
        .approval()
        .map(pending -> pending.check(answer.get(), record.request().startedBy(), now))
        .orElse(List.of());
  }

  private static NextStep expired(Itinerary itinerary, NextStep asked) {
    var name = itinerary.name(asked.stage());
    return itinerary.approval(asked.stage()).whenExpired() == ApprovalDefault.APPROVE
        ? granted(
            itinerary, asked, "Nobody answered for " + name + "; the plan's default is to go on")
        : itinerary.reject(
            asked.stage(),
            asked.look(),
            "Nobody answered for " + name + "; the default is to go back");
  }

  private static NextStep answered(Itinerary itinerary, NextStep asked, ApprovalAnswer answer) {
    var reason = answer.reason().map(text -> ": " + text).orElse("");
    return answer.approved()
        ? granted(itinerary, asked, answer.by() + " approved " + answer.stage() + reason)
        : itinerary.reject(
            asked.stage(), asked.look(), answer.by() + " rejected " + answer.stage() + reason);
  }

  private static NextStep granted(Itinerary itinerary, NextStep asked, String sentence) {
    return asked.step() == Step.HOLD
        ? itinerary.pass(asked.stage(), sentence)
        : itinerary.shift(asked.stage(), sentence);
  }
}
