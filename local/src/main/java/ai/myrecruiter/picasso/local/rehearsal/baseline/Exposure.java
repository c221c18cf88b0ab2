package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.local.traffic.Batch;
import ai.myrecruiter.picasso.local.traffic.RequestProcess;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** The requests of a run, and what they cost; time is counted from the start of a whole minute. */
final class Exposure {
  private final Model model;
  private final RequestProcess process;
  private Duration now;
  private long bad;

  /** A run whose first shift comes at a random second of a minute. */
  Exposure(Model model, long seed, double share) {
    this.model = model;
    this.process = new RequestProcess(model, seed);
    this.now = Duration.ofMillis(new SplittableRandom(seed).split().nextInt(60_000));
    var before = process.advance(now);
    this.bad = before.bad();
    process.shift(share);
  }

  Duration now() {
    return now;
  }

  void shift(double share) {
    process.shift(share);
  }

  Batch until(Duration end) {
    var served = process.advance(end);
    now = end.compareTo(now) > 0 ? end : now;
    bad += served.bad();
    return served;
  }

  /** Everything goes back at a moment. */
  RunResult back(Duration at, String place, String by) {
    var late = until(at);
    long counted = bad - (beyondHorizon() ? late.bad() : 0);
    process.shift(0);
    var from = process.badFrom().orElse(at);
    var time = at.compareTo(from) > 0 ? at.minus(from) : Duration.ZERO;
    return RunResult.rolledBack(Optional.of(place), Optional.of(by), Optional.of(time), counted);
  }

  private boolean beyondHorizon() {
    return now.compareTo(end()) > 0;
  }

  /** Nothing notices; all traffic stays on the new version. */
  RunResult stays() {
    process.shift(1);
    until(end());
    return RunResult.promoted(bad);
  }

  private Duration end() {
    return process.firstShift().orElse(Duration.ZERO).plus(model.horizon());
  }
}
