package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.cli.view.Evidence;
import ai.myrecruiter.picasso.cli.view.Position;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.TestResult;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalReason;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.TimelineEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rollout as data for programs. It leaves out task tokens: whoever has one may answer for a
 * person.
 *
 * @param stage name of the present stage; {@code bake} from the promotion on; {@code -} before
 * @param weight percent of the traffic on the candidate
 * @param since when the status began
 * @param verdict of the last look
 * @param tests what each test said at the last look
 * @param secondsToStable seconds from the first fault seen to the stable alias; absent without one
 * @param companions the functions that are released together with the first
 */
record RolloutData(
    RolloutId id,
    Environment environment,
    String function,
    String alias,
    RolloutStatus status,
    String stage,
    double weight,
    Instant since,
    Optional<VersionNumber> stable,
    Optional<VersionNumber> candidate,
    String plan,
    String planDigest,
    String startedBy,
    Instant startedAt,
    String executionArn,
    Optional<Verdict> verdict,
    List<TestResult> tests,
    Optional<Question> approval,
    Optional<Outcome> outcome,
    Optional<Double> secondsToStable,
    List<TimelineEntry> timeline,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Companion> companions) {

  /** Another function of the release: its versions, and what the judge says of it. */
  record Companion(
      String function,
      Optional<VersionNumber> stable,
      Optional<VersionNumber> candidate,
      Optional<Verdict> verdict,
      List<TestResult> tests) {
    static Companion of(Rollout rollout, Member member) {
      var judgement = Evidence.of(rollout, member);
      return new Companion(
          member.function(),
          member.stable(),
          member.candidate(),
          judgement.map(Judgement::verdict),
          judgement.map(Judgement::tests).orElse(List.of()));
    }
  }

  /** What a person is asked. */
  record Question(
      String stage,
      ApprovalReason reason,
      String planDigest,
      Instant expiresAt,
      ApprovalDefault whenExpired,
      boolean otherThanStarter) {
    static Question of(PendingApproval approval) {
      return new Question(
          approval.stage(),
          approval.reason(),
          approval.planDigest(),
          approval.expiresAt(),
          approval.whenExpired(),
          approval.otherThanStarter());
    }
  }

  static RolloutData of(Rollout rollout) {
    var request = rollout.request();
    var judgement = Evidence.of(rollout);
    return new RolloutData(
        rollout.id(),
        rollout.environment(),
        request.function(),
        request.alias(),
        rollout.status(),
        Position.stage(rollout),
        rollout.progress().weight(),
        rollout.progress().since(),
        rollout.stable(),
        rollout.candidate(),
        request.plan().name(),
        request.planDigest(),
        request.startedBy(),
        rollout.startedAt(),
        rollout.executionArn(),
        judgement.map(Judgement::verdict),
        judgement.map(Judgement::tests).orElse(List.of()),
        rollout.approval().map(Question::of),
        rollout.outcome(),
        rollout.outcome().flatMap(Endings::secondsToStable),
        rollout.timeline().entries(),
        rollout.companions().stream().map(member -> Companion.of(rollout, member)).toList());
  }
}
