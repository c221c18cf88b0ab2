package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A copy of a record in the making; ended by {@code to}, {@code end}, {@code note} or {@code look}.
 */
final class RolloutEdit {
  private final Rollout from;
  private long token;
  private Optional<VersionNumber> stable;
  private Optional<VersionNumber> candidate;
  private Progress progress;
  private Optional<PendingApproval> approval;
  private JudgeState judge;
  private Optional<Instant> firstFaultAt;
  private Timeline timeline;
  private Optional<Outcome> outcome;
  private List<Member> companions;

  RolloutEdit(Rollout from) {
    this.from = from;
    this.token = from.fencingToken();
    this.stable = from.stable();
    this.candidate = from.candidate();
    this.progress = from.progress();
    this.approval = from.approval();
    this.judge = from.judge();
    this.firstFaultAt = from.firstFaultAt();
    this.timeline = from.timeline();
    this.outcome = from.outcome();
    this.companions = from.companions();
  }

  RolloutEdit token(long newToken) {
    token = newToken;
    return this;
  }

  /** The functions of the release, the first of which stays the same. */
  RolloutEdit members(List<Member> members) {
    var first = members.getFirst();
    stable = first.stable();
    candidate = first.candidate();
    judge = first.judge();
    companions = members.subList(1, members.size());
    return this;
  }

  RolloutEdit approval(Optional<PendingApproval> question) {
    approval = question;
    return this;
  }

  /** What the judge has seen of each function, in their order. */
  RolloutEdit judges(List<JudgeState> states) {
    judge = states.getFirst();
    if (!companions.isEmpty()) {
      companions =
          IntStream.range(0, companions.size())
              .mapToObj(i -> companions.get(i).judge(states.get(i + 1)))
              .toList();
    }
    return this;
  }

  /** The stage's own counts begin anew, of each function. */
  RolloutEdit newStage() {
    return judges(from.members().stream().map(member -> member.judge().newStage()).toList());
  }

  RolloutEdit stage(int index, double weight) {
    progress = new Progress(progress.status(), index, weight, progress.since());
    return this;
  }

  /** Changes the status by the table; the record itself when it has that status already. */
  Rollout to(RolloutStatus next, Instant at, String sentence) {
    if (next == from.status()) {
      return from;
    }
    var status = from.status().become(next);
    progress = new Progress(status, progress.stageIndex(), progress.weight(), at);
    return line(at, TimelineKind.TRANSITION, sentence);
  }

  Rollout end(RolloutStatus last, Outcome end, Instant at) {
    approval = Optional.empty();
    outcome = Optional.of(end);
    return to(last, at, end.sentence());
  }

  Rollout note(Instant at, String sentence) {
    return line(at, TimelineKind.NOTE, sentence);
  }

  Rollout look(Instant at, String sentence) {
    if (firstFaultAt.isEmpty() && seesNewFaults()) {
      firstFaultAt = Optional.of(at);
    }
    return line(at, TimelineKind.LOOK, sentence);
  }

  /** Faults from before the new version had traffic are not this rollout's. */
  private boolean seesNewFaults() {
    return progress.weight() > 0 && build().badRequests().errors() > from.badRequests().errors();
  }

  private Rollout line(Instant at, TimelineKind kind, String sentence) {
    timeline = timeline.plus(new TimelineEntry(at, kind, progress.status(), sentence));
    return build();
  }

  private Rollout build() {
    return new Rollout(
        from.request(),
        from.startedAt(),
        from.executionArn(),
        token,
        stable,
        candidate,
        progress,
        approval,
        judge,
        firstFaultAt,
        timeline,
        outcome,
        companions);
  }
}
