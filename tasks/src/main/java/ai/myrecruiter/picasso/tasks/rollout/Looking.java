package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.metrics.LatencyHistory;
import ai.myrecruiter.picasso.tasks.metrics.VersionMetrics;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement.OfFunction;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook.MemberLook;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How a task looks at both versions of a rollout and has the judge say what it sees. The counts of
 * a look are kept before they count: whoever repeats the look judges by the same counts, and an
 * auditor can.
 */
public final class Looking {
  private final Ports ports;
  private final VersionMetrics metrics;

  /** Looks through the ports of a function. */
  public Looking(Ports ports) {
    this.ports = ports;
    this.metrics = new VersionMetrics(ports.cloudWatch());
  }

  /** A look at a stage, and what follows from it for a record. */
  record Decided(RecordedLook look, ReleaseJudgement judgement, StageDecision decision) {}

  /** The look of a step, kept; by the counts of the first who took it. */
  Decided take(Rollout rollout, NextStep step, Instant now) {
    var looks = LookTable.of(ports);
    var kept = looks.read(rollout, RecordedLook.idOf(step));
    if (kept.isPresent()) {
      return again(kept.get(), rollout, step);
    }
    var weight = new Itinerary(rollout.plan()).weight(step.stage());
    var members = rollout.members();
    var sums = sums(rollout, members, Optional.of(weight), now);
    var judgement = judge(rollout, members, RecordedLook.idOf(step), sums);
    var decision = decision(rollout, step, judgement);
    var look = RecordedLook.of(rollout, step, now, seen(sums, judgement), decision.action());
    var stays = looks.keep(rollout, look);
    return stays.equals(look)
        ? new Decided(look, judgement, decision)
        : again(stays, rollout, step);
  }

  /** What follows for a record from a look that is kept. */
  Decided again(RecordedLook look, Rollout rollout, NextStep step) {
    var judgement = judgement(rollout, look);
    return new Decided(look, judgement, decision(rollout, step, judgement));
  }

  private static StageDecision decision(
      Rollout rollout, NextStep step, ReleaseJudgement judgement) {
    var itinerary = new Itinerary(rollout.plan());
    var watched = itinerary.watched(step.stage(), step.look());
    return StageDecision.decide(itinerary.watch(step.stage()), watched, judgement);
  }

  /** What a look says of a record; a look that has counted in it counts no more. */
  private ReleaseJudgement judgement(Rollout rollout, RecordedLook look) {
    if (!look.follows(rollout)) {
      return known(rollout);
    }
    var seen = look.members();
    var members = rollout.members();
    var begun = each(members.size(), i -> begun(rollout, members.get(i), seen.get(i).thresholds()));
    return judge(rollout, begun, look.id(), seen.stream().map(MemberLook::sums).toList());
  }

  private static ReleaseJudgement known(Rollout rollout) {
    var members = rollout.members();
    return new ReleaseJudgement(
        members.stream()
            .map(member ->
                new OfFunction(
                    member.function(),
                    Judge.judgement(
                        member.judge(), member.criteria(rollout.plan(), members.size()))))
            .toList());
  }

  /**
   * A look just before a shift, which takes what came before out of the comparison: until the first
   * shift the candidate has served nothing, so its missing metric is a true zero. The first of them
   * also fixes the thresholds of latency, from the old version's history.
   */
  RecordedLook baseline(Rollout rollout, String lookId, int stage, Instant now) {
    var looks = LookTable.of(ports);
    return looks
        .read(rollout, lookId)
        .orElseGet(() -> {
          var members =
              rollout.members().stream()
                  .map(member -> begun(rollout, member, thresholds(rollout, member)))
                  .toList();
          var read = sums(rollout, members, Optional.empty(), now);
          var sums =
              rollout.progress().weight() == 0
                  ? each(read.size(), i -> withoutTraffic(read.get(i), members.get(i).judge()))
                  : read;
          var judgement = judge(rollout, members, lookId, sums);
          return looks.keep(
              rollout, RecordedLook.baseline(rollout, lookId, stage, now, seen(sums, judgement)));
        });
  }

  /** A record in which a baseline has counted. */
  Rollout counted(Rollout rollout, RecordedLook look, String sentence, Instant now) {
    return look.follows(rollout)
        ? rollout.looked(judgement(rollout, look).states(), sentence, now)
        : rollout;
  }

  /** The judgement of a look that is not part of the comparison: what is known at the end. */
  public ReleaseJudgement after(Rollout rollout, Instant now) {
    var members = rollout.members();
    return judge(rollout, members, "after", sums(rollout, members, Optional.empty(), now));
  }

  private static CumulativeCounts withoutTraffic(CumulativeCounts seen, JudgeState state) {
    var nothing = new Reading(0, 0, 0, 0, state.thresholds().stream().map(_ -> 0L).toList(), 0, 0);
    return new CumulativeCounts(
        seen.stable(), seen.candidate().or(() -> Optional.of(nothing)), seen.weight());
  }

  private static Member begun(Rollout rollout, Member member, List<Long> thresholds) {
    return rollout.judge().looks() == 0
        ? new Member(
            member.function(), member.stable(), member.candidate(), JudgeState.start(thresholds))
        : member;
  }

  private List<Long> thresholds(Rollout rollout, Member member) {
    if (rollout.judge().looks() > 0) {
      return member.judge().thresholds();
    }
    return rollout
        .plan()
        .targets()
        .latencyMillis()
        .map(objective ->
            new LatencyHistory(ports.cloudWatch())
                .thresholds(
                    member.function(), rollout.request().alias(), rollout.startedAt(), objective))
        .orElse(List.of());
  }

  /** The sums of all functions, by one call. */
  private List<CumulativeCounts> sums(
      Rollout rollout, List<Member> members, Optional<Double> weight, Instant now) {
    var questions =
        members.stream()
            .map(member ->
                new VersionMetrics.Question(
                    member.function(),
                    rollout.request().alias(),
                    member.stable().orElseThrow(),
                    member.candidate().orElseThrow(),
                    rollout.startedAt(),
                    rollout.progress().since(),
                    member.judge().thresholds()))
            .toList();
    return metrics.read(questions, weight, now);
  }

  private static ReleaseJudgement judge(
      Rollout rollout, List<Member> members, String lookId, List<CumulativeCounts> sums) {
    return new ReleaseJudgement(
        each(
            members.size(),
            i -> {
              var member = members.get(i);
              var criteria = member.criteria(rollout.plan(), members.size());
              return new OfFunction(
                  member.function(), Judge.look(member.judge(), lookId, sums.get(i), criteria));
            }));
  }

  private static List<MemberLook> seen(List<CumulativeCounts> sums, ReleaseJudgement said) {
    return each(sums.size(), i -> MemberLook.of(sums.get(i), said.functions().get(i).judgement()));
  }

  private static <T> List<T> each(int size, IntFunction<T> of) {
    return IntStream.range(0, size).mapToObj(of).toList();
  }
}
