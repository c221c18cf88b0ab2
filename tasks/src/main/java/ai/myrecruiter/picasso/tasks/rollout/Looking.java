package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.metrics.VersionMetrics;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.Optional;

/** How a task looks at both versions of a rollout and has the judge say what it sees. */
public final class Looking {
  private final VersionMetrics metrics;

  /** Looks through the ports of a function. */
  public Looking(Ports ports) {
    this.metrics = new VersionMetrics(ports.cloudWatch());
  }

  /** The judgement after a look; a look of the same id counts once. */
  public Judgement look(Rollout rollout, String lookId, Instant now) {
    return Judge.look(rollout.judge(), lookId, sums(rollout, now), criteria(rollout));
  }

  /**
   * The judgement after a look just before a shift, which takes what came before out of the
   * comparison: until the first shift the candidate has served nothing, so its missing metric is a
   * true zero.
   */
  Judgement baseline(Rollout rollout, String lookId, Instant now) {
    var sums = sums(rollout, now);
    var candidate =
        rollout.progress().weight() == 0
            ? sums.candidate().or(() -> Optional.of(Reading.NONE))
            : sums.candidate();
    return Judge.look(
        rollout.judge(),
        lookId,
        new CumulativeCounts(sums.stable(), candidate, Optional.empty()),
        criteria(rollout));
  }

  private CumulativeCounts sums(Rollout rollout, Instant now) {
    var request = rollout.request();
    return metrics.read(
        request.function(),
        request.alias(),
        rollout.stable().orElseThrow(),
        rollout.candidate().orElseThrow(),
        rollout.startedAt(),
        now);
  }

  private static Criteria criteria(Rollout rollout) {
    return Criteria.of(
        rollout.plan(), rollout.stable().orElseThrow(), rollout.candidate().orElseThrow());
  }
}
