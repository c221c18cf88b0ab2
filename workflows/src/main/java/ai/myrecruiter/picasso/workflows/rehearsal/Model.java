package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import java.time.Duration;
import java.util.Optional;

/**
 * Traffic and faults of a rehearsal. Documents are read by {@link ModelReader}.
 *
 * @param traffic the requests
 * @param errors how the old version fails
 * @param effect what is wrong with the new version
 * @param latency how long requests take
 * @param metrics when counts can be seen
 * @param horizon up to when bad requests are counted, also after a rollout that noticed nothing has
 *     ended; 1 min to 7 d
 * @param alarms where alarms go off
 */
public record Model(
    Traffic traffic,
    Errors errors,
    Effect effect,
    Latency latency,
    MetricDelay metrics,
    Duration horizon,
    Alarms alarms) {
  /**
   * A hundred requests a second, one in a thousand fails, the new version fails five times more.
   */
  public static final Model STANDARD =
      new Model(
          new Traffic(100, 0.3, 14, 10),
          new Errors(0.001, 0.3),
          new Effect(0.005, 1, Duration.ZERO),
          new Latency(120, 0.5, 0.2, 0.005, 800),
          new MetricDelay(Duration.ofSeconds(10), Duration.ofSeconds(5)),
          Duration.ofHours(2),
          Alarms.OF_THE_ENVIRONMENT);

  /** Refuses an effect that is none, or that begins after the end. */
  public Model {
    ModelRules.HORIZON.require("$.horizon", horizon);
    InvalidInput.unless(
        effect.errorRate() >= errors.rate(),
        "$.effect.errorRate",
        NumberText.format(effect.errorRate()),
        "must be at least errors.rate (" + NumberText.format(errors.rate()) + ")",
        "raise it: a rehearsal is about a version that is worse");
    InvalidInput.unless(
        effect.onset().compareTo(horizon) < 0,
        "$.effect.onset",
        DurationText.format(effect.onset()),
        "must be below horizon (" + DurationText.format(horizon) + ")",
        "lower it, or raise the horizon");
  }

  /** With the alarms of the environment. */
  public Model(
      Traffic traffic,
      Errors errors,
      Effect effect,
      Latency latency,
      MetricDelay metrics,
      Duration horizon) {
    this(traffic, errors, effect, latency, metrics, horizon, Alarms.OF_THE_ENVIRONMENT);
  }

  /** The same with other traffic. */
  public Model withRps(double rps) {
    return new Model(
        new Traffic(rps, traffic.swing(), traffic.peakHour(), traffic.startHour()),
        errors,
        effect,
        latency,
        metrics,
        horizon,
        alarms);
  }

  /** The same with another error rate of the old version; the new one's is as many times it. */
  public Model withErrorRate(double rate) {
    ModelRules.ERROR_RATE.require("$.errors.rate", rate);
    var times = errors.rate() == 0 ? 1 : effect.errorRate() / errors.rate();
    return with(new Errors(rate, errors.clustering(), errors.handled()), Math.min(1, rate * times));
  }

  /** The same with another error rate of the new version. */
  public Model withEffect(double errorRate) {
    return with(errors, errorRate);
  }

  /** The same with a new version that fails as many times more often; at most always. */
  public Model withEffectTimes(double times) {
    ModelRules.TIMES.require("$.effect.times", times);
    return with(errors, Math.min(1, errors.rate() * times));
  }

  /** The same with a new version that is as good as the old one. */
  public Model healthy() {
    return new Model(
        traffic,
        errors,
        new Effect(errors.rate(), 1, Duration.ZERO),
        latency,
        metrics,
        horizon,
        alarms);
  }

  /** The same with a new version that is not slower; its errors stay. */
  public Model withoutSlowdown() {
    return new Model(
        traffic,
        errors,
        new Effect(effect.errorRate(), 1, effect.onset()),
        latency,
        metrics,
        horizon,
        alarms);
  }

  /** The same with the alarm on errors at another threshold, in percent. */
  public Model withErrorPercent(double percent) {
    return new Model(
        traffic, errors, effect, latency, metrics, horizon, new Alarms(Optional.of(percent)));
  }

  /** The same with metrics of another delay. */
  public Model withMetrics(MetricDelay delay) {
    return new Model(traffic, errors, effect, latency, delay, horizon, alarms);
  }

  private Model with(Errors changed, double errorRate) {
    return new Model(
        traffic,
        changed,
        new Effect(errorRate, effect.slowdown(), effect.onset()),
        latency,
        metrics,
        horizon,
        alarms);
  }

  /** How many times more often the new version fails; 1 when the old one never does. */
  public double times() {
    return errors.rate() == 0 ? 1 : effect.errorRate() / errors.rate();
  }

  /** Whether the new version is worse in any way. */
  public boolean faulty() {
    return effect.errorRate() > errors.rate() || effect.slowdown() > 1;
  }
}
