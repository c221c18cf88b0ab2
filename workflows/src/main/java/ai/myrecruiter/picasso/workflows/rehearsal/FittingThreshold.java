package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.judge.ExpectedTraffic;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * The threshold that the alarm {@code chat-errors} needs at a traffic, so that the errors which
 * happen anyway do not make it ring: it goes off when in two of three minutes the share of failed
 * invocations is above it.
 *
 * <p>Failures of a minute are taken as Poisson with a rate that is gamma-distributed from minute to
 * minute, as a {@link Model} has them, of as many requests as a minute has on average. Where a
 * minute has few requests a single failure is a large share, and no threshold may fit.
 */
public final class FittingThreshold {
  /** How often at most the alarm may ring in a rollout for nothing. */
  public static final double WRONGLY = 0.001;

  /** The largest threshold that an environment may have, in percent. */
  private static final double LARGEST = 50;

  /** Pairs of minutes among three that end with the newest. */
  private static final double PAIRS = 2;

  private FittingThreshold() {}

  /** The threshold in percent under a model; empty when none fits. */
  public static Optional<Double> percent(Model model, Plan plan) {
    return percent(
        model.traffic().rps(), model.errors().rate(), model.errors().clustering(), longest(plan));
  }

  /**
   * Why a plan cannot go out at a traffic: because the alarm would ring for nothing more often than
   * the plan may go back for nothing. Clustering is taken as in {@link Model#STANDARD}.
   *
   * @param environment where the threshold is set
   * @param present its threshold in percent
   */
  public static Optional<Finding> finding(
      Plan plan, ExpectedTraffic traffic, Environment environment, double present) {
    int alarm = plan.alarms().indexOf(ServiceAlarm.CHAT_ERRORS.text());
    double rps = traffic.requestsPerSecond();
    double rate = traffic.errorRate();
    double clustering = Model.STANDARD.errors().clustering();
    var watched = longest(plan);
    boolean quiet =
        percent(rps, rate, clustering, watched, plan.alpha()).filter(p -> p <= present).isPresent();
    if (alarm < 0 || quiet) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "$.alarms[" + alarm + "]",
            ServiceAlarm.CHAT_ERRORS.text(),
            "must be an alarm that the errors which happen anyway do not ring: it rings above %s %% in %s, and minutes differ"
                .formatted(NumberText.format(present), environment),
            percent(rps, rate, clustering, watched)
                .map(percent ->
                    "set thresholds.errorPercent in environments/%s.yaml to %s or more"
                        .formatted(environment, NumberText.format(Math.ceil(percent * 10) / 10)))
                .orElse("watch errors by another alarm: no threshold up to 50 % fits")));
  }

  /** How long a rollout takes at most, questions to people not counted. */
  static Duration longest(Plan plan) {
    return plan.stages().stream()
        .map(Stage::maxDuration)
        .reduce(plan.bake().duration(), Duration::plus);
  }

  /**
   * The threshold in percent.
   *
   * @param rps requests a second, above 0
   * @param errorRate share of them that fails anyway, 0 to 1
   * @param clustering the rate's coefficient of variation from minute to minute, 0 or more
   * @param watched how long a rollout takes
   * @return the smallest that rings in at most one of a thousand rollouts; empty when none does
   */
  public static Optional<Double> percent(
      double rps, double errorRate, double clustering, Duration watched) {
    return percent(rps, errorRate, clustering, watched, WRONGLY);
  }

  private static Optional<Double> percent(
      double rps, double errorRate, double clustering, Duration watched, double chance) {
    double minutes = Math.max(1, watched.toSeconds() / 60.0);
    double inMinute = Math.sqrt(chance / (PAIRS * minutes));
    double requests = Math.max(1, 60 * rps);
    double most = quantile(requests * errorRate, clustering, inMinute, requests * LARGEST / 100);
    double percent = 100 * most / requests;
    return percent > LARGEST ? Optional.empty() : Optional.of(percent);
  }

  /** The smallest count that is exceeded with at most a chance; stops above a limit. */
  private static double quantile(double mean, double clustering, double chance, double limit) {
    if (mean <= 0) {
      return 0;
    }
    double shape = clustering > 0 ? 1 / (clustering * clustering) : Double.POSITIVE_INFINITY;
    boolean steady = Double.isInfinite(shape);
    double logMass = steady ? -mean : shape * Math.log(shape / (shape + mean));
    double logRatio = steady ? Math.log(mean) : Math.log(mean / (mean + shape));
    double below = Math.exp(logMass);
    double count = 0;
    while (below < 1 - chance && count <= limit) {
      logMass += logRatio - Math.log(count + 1) + (steady ? 0 : Math.log(count + shape));
      count++;
      below += Math.exp(logMass);
    }
    return count;
  }
}
