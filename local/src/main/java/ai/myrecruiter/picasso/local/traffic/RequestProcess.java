package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.local.traffic.Durations.Cold;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The requests of a model as counts: how many each version served and failed in a stretch of time,
 * drawn from the distributions that single requests would have given. Time is counted from the
 * start of the process and goes forward only.
 */
public final class RequestProcess {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Model model;
  private final Draws draws;
  private final Draws weather;
  private final Durations durations;
  private Duration now = Duration.ZERO;
  private Optional<Duration> firstShift = Optional.empty();
  private Duration lastShift = Duration.ZERO;
  private double share;
  private long minute = -1;
  private double factor = 1;

  /** The process of a seed. */
  public RequestProcess(Model model, long seed) {
    var random = new SplittableRandom(seed);
    this.model = model;
    this.weather = new Draws(random.split());
    this.draws = new Draws(random);
    this.durations = new Durations(draws, new Draws(new SplittableRandom(~seed)), model.latency());
  }

  /** When the new version got its first share, if it did. */
  public Optional<Duration> firstShift() {
    return firstShift;
  }

  /** From now on the new version gets this share, 0 to 1. */
  public void shift(double candidateShare) {
    if (candidateShare > 0 && firstShift.isEmpty()) {
      firstShift = Optional.of(now);
    }
    if (candidateShare > share) {
      lastShift = now;
    }
    share = candidateShare;
  }

  /** What is served from now until then. */
  public Batch advance(Duration until) {
    var served = Batch.NOTHING;
    while (now.compareTo(until) < 0) {
      var end = earlier(earlier(until, endOfMinute()), nextEdge());
      served = served.plus(serve(end));
      now = end;
    }
    return served;
  }

  private Duration endOfMinute() {
    return Duration.ofMinutes(now.toMinutes() + 1);
  }

  /** When the new version becomes bad, if that is to come. */
  private Duration nextEdge() {
    return badFrom()
        .filter(edge -> edge.compareTo(now) > 0)
        .orElse(Duration.ofSeconds(Long.MAX_VALUE));
  }

  /** When the new version becomes bad, if it ever got a share. */
  public Optional<Duration> badFrom() {
    return firstShift.map(shift -> shift.plus(model.effect().onset()));
  }

  private Batch serve(Duration end) {
    double seconds = end.minus(now).toNanos() / 1e9;
    long requests = draws.poisson(model.traffic().rateAt(now) * seconds);
    long ofCandidate = draws.binomial(requests, share);
    double base = Math.min(1, model.errors().rate() * factor());
    boolean isBad = badFrom().filter(edge -> edge.compareTo(now) <= 0).isPresent();
    double worse = isBad ? Math.min(1, model.effect().errorRate() * factor) : base;
    long usual = draws.binomial(ofCandidate, base);
    long bad = base >= 1 ? 0 : draws.binomial(ofCandidate - usual, (worse - base) / (1 - base));
    return new Batch(
        side(requests - ofCandidate, draws.binomial(requests - ofCandidate, base), 1, Cold.NEVER),
        side(ofCandidate, usual + bad, isBad ? model.effect().slowdown() : 1, cold()),
        bad);
  }

  private SideCounts side(long requests, long errors, double slowdown, Cold cold) {
    return new SideCounts(
        requests,
        errors,
        draws.binomial(errors, model.errors().handled()),
        durations.of(requests, slowdown, cold));
  }

  private Cold cold() {
    var latency = model.latency();
    return now.minus(lastShift).compareTo(MINUTE) < 0
        ? new Cold(latency.coldShare(), 0)
        : new Cold(0, latency.laterColdShare());
  }

  /** What the present minute makes of the error rates, drawn once a minute. */
  private double factor() {
    while (minute < now.toMinutes()) {
      factor = weather.factor(model.errors().clustering());
      minute++;
    }
    return factor;
  }

  private static Duration earlier(Duration one, Duration two) {
    return one.compareTo(two) < 0 ? one : two;
  }
}
