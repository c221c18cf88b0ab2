package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.metrics.LatencyHistory;
import ai.myrecruiter.picasso.tasks.metrics.VersionMetrics;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  record Decided(RecordedLook look, Judgement judgement, StageDecision decision) {}

  /** The look of a step, kept; by the counts of the first who took it. */
  Decided take(Rollout rollout, NextStep step, Instant now) {
    var looks = LookTable.of(ports);
    var kept = looks.read(rollout, RecordedLook.idOf(step));
    if (kept.isPresent()) {
      return again(kept.get(), rollout, step);
    }
    var weight = new Itinerary(rollout.plan()).weight(step.stage());
    var sums = sums(rollout, rollout.judge(), Optional.of(weight), now);
    var judgement = judge(rollout.judge(), RecordedLook.idOf(step), sums, rollout);
    var decision = decision(rollout, step, judgement);
    var look = RecordedLook.of(rollout, step, now, sums, judgement, decision.action());
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

  private static StageDecision decision(Rollout rollout, NextStep step, Judgement judgement) {
    var itinerary = new Itinerary(rollout.plan());
    var watched = itinerary.watched(step.stage(), step.look());
    return StageDecision.decide(itinerary.watch(step.stage()), watched, judgement);
  }

  /** What a look says of a record; a look that has counted in it counts no more. */
  private Judgement judgement(Rollout rollout, RecordedLook look) {
    return look.follows(rollout)
        ? judge(begun(rollout, look.thresholds()), look.id(), look.sums(), rollout)
        : Judge.judgement(rollout.judge(), criteria(rollout));
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
          var state = begun(rollout, thresholds(rollout));
          var seen = sums(rollout, state, Optional.empty(), now);
          var sums = rollout.progress().weight() == 0 ? withoutTraffic(seen, state) : seen;
          var judgement = judge(state, lookId, sums, rollout);
          return looks.keep(
              rollout, RecordedLook.baseline(rollout, lookId, stage, now, sums, judgement));
        });
  }

  /** A record in which a baseline has counted. */
  Rollout counted(Rollout rollout, RecordedLook look, String sentence, Instant now) {
    return look.follows(rollout)
        ? rollout.looked(judgement(rollout, look).state(), sentence, now)
        : rollout;
  }

  /** The judgement of a look that is not part of the comparison: what is known at the end. */
  public Judgement after(Rollout rollout, Instant now) {
    var sums = sums(rollout, rollout.judge(), Optional.empty(), now);
    return judge(rollout.judge(), "after", sums, rollout);
  }

  private static CumulativeCounts withoutTraffic(CumulativeCounts seen, JudgeState state) {
    var nothing = new Reading(0, 0, 0, 0, state.thresholds().stream().map(_ -> 0L).toList(), 0, 0);
    return new CumulativeCounts(
        seen.stable(), seen.candidate().or(() -> Optional.of(nothing)), seen.weight());
  }

  private static JudgeState begun(Rollout rollout, List<Long> thresholds) {
    return rollout.judge().looks() == 0 ? JudgeState.start(thresholds) : rollout.judge();
  }

  private List<Long> thresholds(Rollout rollout) {
    if (rollout.judge().looks() > 0) {
      return rollout.judge().thresholds();
    }
    var request = rollout.request();
    return rollout
        .plan()
        .targets()
        .latencyMillis()
        .map(objective ->
            new LatencyHistory(ports.cloudWatch())
                .thresholds(request.function(), request.alias(), rollout.startedAt(), objective))
        .orElse(List.of());
  }

  private CumulativeCounts sums(
      Rollout rollout, JudgeState state, Optional<Double> weight, Instant now) {
    var request = rollout.request();
    return metrics.read(
        new VersionMetrics.Question(
            request.function(),
            request.alias(),
            rollout.stable().orElseThrow(),
            rollout.candidate().orElseThrow(),
            rollout.startedAt(),
            rollout.progress().since(),
            state.thresholds()),
        weight,
        now);
  }

  private static Judgement judge(
      JudgeState state, String lookId, CumulativeCounts sums, Rollout rollout) {
    return Judge.look(state, lookId, sums, criteria(rollout));
  }

  private static Criteria criteria(Rollout rollout) {
    return Criteria.of(
        rollout.plan(), rollout.stable().orElseThrow(), rollout.candidate().orElseThrow());
  }
}
