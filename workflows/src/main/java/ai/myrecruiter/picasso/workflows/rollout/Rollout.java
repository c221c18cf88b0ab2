package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of one rollout: what was asked, where it is, what the judge has seen, what happened.
 * Every change is a pure operation that takes the instant and checks the transition table. A change
 * that has already been made gives the same record, so that a task may run twice.
 *
 * @param request what was asked
 * @param startedAt when it was accepted
 * @param executionArn the execution that drives it
 * @param fencingToken token of the lease under which the record was last written
 * @param stable the version before the rollout, known from preflight on
 * @param candidate the version being rolled out, known from publishing on
 * @param progress where it is
 * @param approval the question that waits for a person
 * @param judge what the judge has seen
 * @param firstFaultAt when a look first saw bad requests of the new version
 * @param timeline what happened
 * @param outcome how it ended
 * @param companions the functions that are released together with the first, in their order
 */
public record Rollout(
    StartRollout request,
    Instant startedAt,
    String executionArn,
    long fencingToken,
    Optional<VersionNumber> stable,
    Optional<VersionNumber> candidate,
    Progress progress,
    Optional<PendingApproval> approval,
    JudgeState judge,
    Optional<Instant> firstFaultAt,
    Timeline timeline,
    Optional<Outcome> outcome,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Member> companions)
    implements RolloutFacts {
  /** Checks that the progress fits the plan and that a share of traffic has a version to go to. */
  public Rollout {
    companions = List.copyOf(companions);
    progress.check(
        request.plan(),
        stable.isPresent()
            && candidate.isPresent()
            && companions.stream().allMatch(Member::versionsKnown));
  }

  /** A new record in ACCEPTED, written by the task that got the lease. */
  public static Rollout accepted(
      StartRollout request, String executionArn, long fencingToken, Instant at) {
    return new Rollout(
        request,
        at,
        executionArn,
        fencingToken,
        Optional.empty(),
        Optional.empty(),
        new Progress(RolloutStatus.ACCEPTED, -1, 0, at),
        Optional.empty(),
        JudgeState.START,
        Optional.empty(),
        request.opening(at),
        Optional.empty(),
        request.companions().stream().map(Member::unknown).toList());
  }

  /** Function and alias are being proved; unchanged when they have just been. */
  public Rollout preflighting(Instant at) {
    return status() == RolloutStatus.PUBLISHING
        ? this
        : new RolloutEdit(this)
            .to(RolloutStatus.PREFLIGHT, at, "Checking function, alias and alarms");
  }

  /** Preflight found no fault, and each member's version to go back to, in their order. */
  public Rollout publishing(List<VersionNumber> stableVersions, Instant at) {
    return new MemberSteps(this).publishing(stableVersions, at);
  }

  /** The same for a release of one function. */
  public Rollout publishing(VersionNumber stableVersion, Instant at) {
    return publishing(List.of(stableVersion), at);
  }

  /**
   * The versions to roll out are known, in the order of the members. A companion whose version is
   * live already has nothing to release and leaves.
   */
  public Rollout published(List<VersionNumber> versions, Instant at) {
    return new MemberSteps(this).published(versions, at);
  }

  /** The same for a release of one function. */
  public Rollout published(VersionNumber version, Instant at) {
    return published(List.of(version), at);
  }

  /** A person is asked; another question, or the same with a new token, replaces the one before. */
  public Rollout awaiting(PendingApproval question, Instant at) {
    if (approval.equals(Optional.of(question))) {
      return this;
    }
    var edit = new RolloutEdit(this).approval(Optional.of(question));
    return status() == RolloutStatus.AWAITING_APPROVAL
        ? edit.note(at, question.sentence())
        : edit.to(RolloutStatus.AWAITING_APPROVAL, at, question.sentence());
  }

  /** The question is answered, by a person or by its default; the next step changes the status. */
  public Rollout answered(String sentence, Instant at) {
    return approval.isEmpty()
        ? this
        : new RolloutEdit(this).approval(Optional.empty()).note(at, sentence);
  }

  /**
   * The alias is being moved to a stage's weight; unchanged when that stage is watched already.
   *
   * @param index the present stage again, or the next
   * @throws IllegalTransition also for any other stage, and before the versions are known
   */
  public Rollout shifting(int index, Instant at) {
    return new TrafficSteps(this).shifting(index, at);
  }

  /** The alias is at the stage's weight; the watching begins. */
  public Rollout observing(Instant at) {
    return new TrafficSteps(this).observing(at);
  }

  /**
   * The judge has looked: while traffic is watched, or just before a shift so that what came before
   * is out of the comparison. A look that is already in the record changes nothing.
   */
  public Rollout looked(List<JudgeState> states, String sentence, Instant at) {
    return states.getFirst().lastLook().equals(judge.lastLook())
        ? this
        : new RolloutEdit(this).judges(states).look(at, sentence);
  }

  /** The same for a release of one function. */
  public Rollout looked(JudgeState state, String sentence, Instant at) {
    return looked(List.of(state), sentence, at);
  }

  /**
   * The last stage passed; the alias is being moved to the new version, less the holdback;
   * unchanged when that is watched already.
   *
   * @throws IllegalTransition also before the last stage
   */
  public Rollout promoting(Instant at) {
    return new TrafficSteps(this).promoting(at);
  }

  /** The new version is the alias's own; the watching of the holdback begins. */
  public Rollout baking(Instant at) {
    return new TrafficSteps(this).baking(at);
  }

  /** The bake passed; the holdback is being released. Refused before the promotion. */
  public Rollout closing(Instant at) {
    return new TrafficSteps(this).closing(at);
  }

  /** It ended well; also when a rollback finds that the new version has everything already. */
  public Rollout completed(Outcome end, Instant at) {
    require(progress.weight() == 100, RolloutStatus.COMPLETED, "it does not have everything");
    return new RolloutEdit(this).end(RolloutStatus.COMPLETED, end.of(Ending.PROMOTED), at);
  }

  /**
   * It ended before the alias was touched.
   *
   * @throws IllegalTransition also when a weight has been asked for
   */
  public Rollout refused(Outcome end, Instant at) {
    require(progress.weight() == 0, RolloutStatus.REFUSED, "the alias was touched: roll back");
    return new RolloutEdit(this).end(RolloutStatus.REFUSED, end.of(Ending.REFUSED), at);
  }

  /**
   * A rollback has taken over, or another has taken over from a rollback.
   *
   * @param token the rollback's fencing token
   * @param sentence what started it
   */
  public Rollout rollingBack(long token, String sentence, Instant at) {
    var edit = new RolloutEdit(this).token(token).approval(Optional.empty());
    return status() == RolloutStatus.ROLLING_BACK && token != fencingToken
        ? edit.note(at, sentence)
        : edit.to(RolloutStatus.ROLLING_BACK, at, sentence);
  }

  /** The old version serves everything. */
  public Rollout rolledBack(Outcome end, Instant at) {
    return new RolloutEdit(this)
        .stage(progress.stageIndex(), 0)
        .end(RolloutStatus.ROLLED_BACK, end.of(Ending.ROLLED_BACK), at);
  }

  /** The rollback did not end well. */
  public Rollout rollbackFailed(String sentence, Instant at) {
    return new RolloutEdit(this).to(RolloutStatus.ROLLBACK_FAILED, at, sentence);
  }

  /** Something worth knowing happened; the status stays. The last sentence again adds nothing. */
  public Rollout noted(String sentence, Instant at) {
    return timeline.entries().getLast().sentence().equals(sentence)
        ? this
        : new RolloutEdit(this).note(at, sentence);
  }

  void require(boolean holds, RolloutStatus next, String why) {
    if (!holds) {
      throw new IllegalTransition(status(), next, why);
    }
  }
}
