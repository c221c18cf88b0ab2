package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.lambda.ServedInvocations;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Traffic to an alias that is counted and not sent: at the end of every metric period the counts of
 * each version go into its metrics, as if the versions had run. A change of the alias takes effect
 * at once. To be used on the event loop only.
 */
public final class CountedTraffic {
  private final EventLoop loop;
  private final LambdaService lambda;
  private final String function;
  private final String alias;
  private final Model model;
  private final RequestProcess process;
  private final Instant start;
  private final String stable;
  private String candidate = "";
  private Batch period = Batch.NOTHING;
  private long bad;
  private Optional<Instant> left = Optional.empty();
  private double share;

  /**
   * Traffic from now on.
   *
   * @param alias whose version at this moment is the old one
   */
  public CountedTraffic(
      EventLoop loop, LambdaService lambda, String function, String alias, Model model, long seed) {
    this.loop = loop;
    this.lambda = lambda;
    this.function = function;
    this.alias = alias;
    this.model = model;
    this.process = new RequestProcess(model, seed);
    this.start = loop.now();
    this.stable = lambda.shares(function, alias).keySet().iterator().next();
    lambda.beforeAliasChange(() -> {
      settle();
      loop.post(this::follow);
    });
    next();
  }

  private void next() {
    long seconds = model.metrics().resolution().toSeconds();
    long now = loop.now().getEpochSecond();
    loop.at(
        Instant.ofEpochSecond(now - Math.floorMod(now, seconds) + seconds),
        () -> {
          publish();
          next();
        });
  }

  private void settle() {
    var until = Duration.between(start, loop.now());
    boolean counted =
        process
            .firstShift()
            .map(first -> until.compareTo(first.plus(model.horizon())) <= 0)
            .orElse(true);
    var served = process.advance(until);
    period = period.plus(served);
    bad += counted ? served.bad() : 0;
  }

  private void follow() {
    settle();
    double now = 0;
    for (var version : lambda.shares(function, alias).entrySet()) {
      if (!version.getKey().equals(stable)) {
        candidate = version.getKey();
        now = version.getValue();
      }
    }
    if (share > 0 && now == 0) {
      left = Optional.of(loop.now());
    }
    share = now;
    process.shift(now);
  }

  private void publish() {
    settle();
    var began = loop.now().minus(model.metrics().resolution());
    count(stable, began, period.stable());
    if (period.candidate().requests() > 0) {
      count(candidate, began, period.candidate());
    }
    period = Batch.NOTHING;
  }

  private void count(String version, Instant began, SideCounts side) {
    lambda.count(
        function,
        alias,
        version,
        new ServedInvocations(
            began, side.requests(), side.errors(), side.handled(), side.durations()));
  }

  /** Whether the new version has a share now. */
  public boolean exposed() {
    return share > 0;
  }

  /** Whether the new version ever had a share. */
  public boolean everExposed() {
    return process.firstShift().isPresent();
  }

  /** Failures of the new version up to the horizon that the old one would not have had. */
  public long bad() {
    return bad;
  }

  /**
   * From the moment the new version became bad until it last lost its share; empty when it has one
   * or never had.
   */
  public Optional<Duration> toStable() {
    return left.filter(at -> share == 0)
        .flatMap(at -> process.badFrom().map(from -> Duration.between(start.plus(from), at)))
        .map(time -> time.isNegative() ? Duration.ZERO : time);
  }

  /** Adds the bad requests up to the horizon with everything as it is now. */
  public void runOut() {
    settle();
    process
        .firstShift()
        .map(first -> first.plus(model.horizon()))
        .filter(end -> share > 0)
        .ifPresent(end -> bad += process.advance(end).bad());
  }
}
