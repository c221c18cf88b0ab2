package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Ending.PROMOTED;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.ACCEPTED;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.AWAITING_APPROVAL;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.BAKING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.CLOSING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.COMPLETED;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.OBSERVING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.PREFLIGHT;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.PROMOTING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.PUBLISHING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.REFUSED;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.ROLLBACK_FAILED;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.ROLLED_BACK;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.ROLLING_BACK;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.SHIFTING;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.time.Instant;
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
 * @param timeline what happened
 * @param outcome how it ended
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
    Timeline timeline,
    Optional<Outcome> outcome) {
  /** Checks that the progress fits the plan and that a share of traffic has a version to go to. */
  public Rollout {
    InvalidInput.unless(
        progress.stageIndex() <= request.plan().stages().size(),
        "$.progress.stageIndex",
        progress.stageIndex(),
        "must be at most the number of stages (the bake comes after the last)",
        "read the record again");
    InvalidInput.unless(
        progress.weight() == 0 || (stable.isPresent() && candidate.isPresent()),
        "$.progress.weight",
        progress.weight(),
        "must be 0 until both versions are known",
        "read the record again");
  }

  /** A new record in ACCEPTED, written by the task that got the lease. */
  public static Rollout accepted(
      StartRollout request, String executionArn, long fencingToken, Instant at) {
    var sentence =
        "%s started the rollout of %s:%s in %s with plan %s"
            .formatted(
                request.startedBy(),
                request.function(),
                request.alias(),
                request.environment(),
                request.plan().name());
    var first = new TimelineEntry(at, TimelineKind.TRANSITION, ACCEPTED, sentence);
    return new Rollout(
        request,
        at,
        executionArn,
        fencingToken,
        Optional.empty(),
        Optional.empty(),
        new Progress(ACCEPTED, -1, 0, at),
        Optional.empty(),
        JudgeState.START,
        Timeline.EMPTY.plus(first),
        Optional.empty());
  }

  /** The rollout's id. */
  public RolloutId id() {
    return request.rolloutId();
  }

  /** Where it runs. */
  public Environment environment() {
    return request.environment();
  }

  /** How it goes. */
  public Plan plan() {
    return request.plan();
  }

  /** Its status. */
  public RolloutStatus status() {
    return progress.status();
  }

  /** The stage it is in; empty before the first and from the promotion on. */
  public Optional<Stage> stage() {
    var index = progress.stageIndex();
    return index < 0 || index >= plan().stages().size()
        ? Optional.empty()
        : Optional.of(plan().stages().get(index));
  }

  /** How the present stage, or from the promotion on the bake, is watched; empty before both. */
  public Optional<Watch> watch() {
    return promoted() ? Optional.of(plan().bake().watch()) : stage().map(Stage::watch);
  }

  /** What the alias is to remember of this rollout; empty until the stable version is known. */
  public Optional<AliasMemory> memory() {
    return stable.map(version -> new AliasMemory(fencingToken, version, candidate, id()));
  }

  /** Function and alias are being proved. */
  public Rollout preflighting(Instant at) {
    return new RolloutEdit(this).to(PREFLIGHT, at, "Checking function, alias and alarms");
  }

  /** Preflight found no fault, and the version to go back to. */
  public Rollout publishing(VersionNumber stableVersion, Instant at) {
    return new RolloutEdit(this)
        .stable(stableVersion)
        .to(PUBLISHING, at, "Preflight passed; version %s is stable".formatted(stableVersion));
  }

  /** The version to roll out is known. */
  public Rollout published(VersionNumber version, Instant at) {
    return candidate.equals(Optional.of(version))
        ? this
        : new RolloutEdit(this)
            .candidate(version)
            .note(at, "Version %s is the candidate".formatted(version));
  }

  /** A person is asked; another question, or the same with a new token, replaces the one before. */
  public Rollout awaiting(PendingApproval question, Instant at) {
    if (approval.equals(Optional.of(question))) {
      return this;
    }
    var why = question.reason() == ApprovalReason.HELD ? "could not be judged" : "needs consent";
    var sentence =
        "%s %s; waiting for a person until %s"
            .formatted(question.stage(), why, question.expiresAt());
    var edit = new RolloutEdit(this).approval(Optional.of(question));
    return status() == AWAITING_APPROVAL
        ? edit.note(at, sentence)
        : edit.to(AWAITING_APPROVAL, at, sentence);
  }

  /** The question is answered, by a person or by its default; the next step changes the status. */
  public Rollout answered(String sentence, Instant at) {
    return approval.isEmpty()
        ? this
        : new RolloutEdit(this).approval(Optional.empty()).note(at, sentence);
  }

  /**
   * The alias is being moved to a stage's weight.
   *
   * @param index the present stage again, or the next
   * @throws IllegalTransition also for any other stage, and before the versions are known
   */
  public Rollout shifting(int index, Instant at) {
    var entering = index == progress.stageIndex() + 1;
    var follows = entering ? status() != SHIFTING : index == progress.stageIndex();
    require(follows && index < plan().stages().size(), SHIFTING, "stage " + index + " is not next");
    require(candidate.isPresent() && stable.isPresent(), SHIFTING, "its versions are not known");
    var next = plan().stages().get(index);
    return new RolloutEdit(this)
        .approval(Optional.empty())
        .judge(entering ? judge.newStage() : judge)
        .stage(index, next.weight())
        .to(SHIFTING, at, "Shifting %s %% for stage %s".formatted(next.weight(), next.name()));
  }

  /** The alias is at the stage's weight; the watching begins. */
  public Rollout observing(Instant at) {
    return new RolloutEdit(this).to(OBSERVING, at, "Watching %s %%".formatted(progress.weight()));
  }

  /** The judge has looked. A look that is already in the record changes nothing. */
  public Rollout looked(JudgeState state, String sentence, Instant at) {
    return state.lastLook().equals(judge.lastLook())
        ? this
        : new RolloutEdit(this).judge(state).look(at, sentence);
  }

  /**
   * The last stage passed; the alias is being moved to the new version, less the holdback.
   *
   * @throws IllegalTransition also before the last stage
   */
  public Rollout promoting(Instant at) {
    var last = plan().stages().size() - 1;
    require(progress.stageIndex() >= last, PROMOTING, "stages are left");
    require(!promoted() || status() == PROMOTING, PROMOTING, "it was promoted before");
    var weight = 100 - plan().bake().holdback();
    return new RolloutEdit(this)
        .approval(Optional.empty())
        .stage(last + 1, weight)
        .to(PROMOTING, at, "Promoting version %s to %s %%".formatted(name(candidate), weight));
  }

  /** The new version is the alias's own; the watching of the holdback begins. */
  public Rollout baking(Instant at) {
    return new RolloutEdit(this)
        .judge(judge.newStage())
        .to(BAKING, at, "Baking with %s %% held back".formatted(plan().bake().holdback()));
  }

  /**
   * The bake passed; the holdback is being released.
   *
   * @throws IllegalTransition also before the promotion
   */
  public Rollout closing(Instant at) {
    require(promoted(), CLOSING, "it was not promoted");
    return new RolloutEdit(this)
        .approval(Optional.empty())
        .stage(progress.stageIndex(), 100)
        .to(CLOSING, at, "Releasing the holdback");
  }

  /** It ended well. */
  public Rollout completed(Outcome end, Instant at) {
    return new RolloutEdit(this).outcome(end.of(PROMOTED)).to(COMPLETED, at, end.sentence());
  }

  /**
   * It ended before the alias was touched.
   *
   * @throws IllegalTransition also when a weight has been asked for
   */
  public Rollout refused(Outcome end, Instant at) {
    require(progress.weight() == 0, REFUSED, "the alias was touched: roll back");
    return new RolloutEdit(this)
        .approval(Optional.empty())
        .outcome(end.of(Ending.REFUSED))
        .to(REFUSED, at, end.sentence());
  }

  /**
   * A rollback has taken over, or another has taken over from a rollback.
   *
   * @param token the rollback's fencing token
   * @param sentence what started it
   */
  public Rollout rollingBack(long token, String sentence, Instant at) {
    var edit = new RolloutEdit(this).token(token).approval(Optional.empty());
    return status() == ROLLING_BACK && token != fencingToken
        ? edit.note(at, sentence)
        : edit.to(ROLLING_BACK, at, sentence);
  }

  /** The old version serves everything. */
  public Rollout rolledBack(Outcome end, Instant at) {
    return new RolloutEdit(this)
        .outcome(end.of(Ending.ROLLED_BACK))
        .stage(progress.stageIndex(), 0)
        .to(ROLLED_BACK, at, end.sentence());
  }

  /** The rollback did not end well. */
  public Rollout rollbackFailed(String sentence, Instant at) {
    return new RolloutEdit(this).to(ROLLBACK_FAILED, at, sentence);
  }

  /** Something worth knowing happened; the status stays. */
  public Rollout noted(String sentence, Instant at) {
    return new RolloutEdit(this).note(at, sentence);
  }

  private boolean promoted() {
    return progress.stageIndex() == plan().stages().size();
  }

  private void require(boolean holds, RolloutStatus next, String why) {
    if (!holds) {
      throw new IllegalTransition(status(), next, why);
    }
  }

  private static String name(Optional<VersionNumber> version) {
    return version.map(VersionNumber::toString).orElse("?");
  }
}
