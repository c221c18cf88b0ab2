package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import ai.myrecruiter.picasso.workflows.plan.OnInconclusive;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What a plan can see at a given traffic, stage by stage, each watched for its longest time. By
 * expectation: half of all rollouts see a little less.
 *
 * @param plan the plan
 * @param traffic what it is expected to meet
 */
public record Foresight(Plan plan, ExpectedTraffic traffic) {
  /**
   * What one stage, or the bake, can see.
   *
   * @param stage its name; {@code bake} for the holdback bake
   * @param weight percent of the traffic on the new version
   * @param requests of the new version, expected
   * @param errors of both versions, expected if nothing is wrong
   * @param alone the smallest odds ratio that the stage alone would show; absent when none
   * @param soFar the smallest that the rollout would have shown by its end; absent when none
   * @param passes whether a healthy version is expected to pass on evidence
   * @param otherwise what follows when it does not
   */
  public record Sight(
      String stage,
      double weight,
      double requests,
      double errors,
      Optional<Double> alone,
      Optional<Double> soFar,
      boolean passes,
      OnInconclusive otherwise) {}

  private static final int STEPS = 40;

  /** The stages in order, and the bake. */
  public List<Sight> sights() {
    var sights = new ArrayList<Sight>();
    DoubleUnaryOperator sum = w -> 0;
    for (var stage : plan.stages()) {
      sum = plus(sum, stage.watch(), stage.weight());
      sights.add(sight(stage.watch(), stage.weight(), sum));
    }
    var held = 100 - plan.bake().holdback();
    sights.add(sight(plan.bake().watch(), held, plus(sum, plan.bake().watch(), held)));
    return sights;
  }

  /** The smallest odds ratio that the whole plan would show; absent when none. */
  public Optional<Double> smallest() {
    return sights().getLast().soFar();
  }

  /** Why the plan cannot keep what it promises at this traffic; none when it can. */
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    if (smallest().filter(w -> w <= plan.targets().effect()).isEmpty()) {
      findings.add(blind());
    }
    var sights = sights();
    for (var i = 0; i < sights.size(); i++) {
      if (!sights.get(i).passes() && sights.get(i).otherwise() == OnInconclusive.ROLLBACK) {
        findings.add(
            new Finding(
                i < plan.stages().size() ? "$.stages[" + i + "]" : "$.bake",
                sights.get(i).stage(),
                "must be able to pass a healthy version on evidence, or every release goes back; at %s it sees %s"
                    .formatted(where(), effect(sights.get(i).alone())),
                "watch it longer, or choose hold, extend or pass"));
      }
    }
    return findings;
  }

  private Finding blind() {
    return new Finding(
        "$.targets.effect",
        Words.number(plan.targets().effect()),
        "must be an effect that the plan can see: at %s the smallest is %s"
            .formatted(where(), effect(smallest())),
        "raise the effect, watch longer, or give the new version more traffic earlier; "
            + needed()
                .map(rps -> "from about %s requests a second on it sees it".formatted(rps))
                .orElse("no traffic up to a million requests a second would do"));
  }

  /** From how many requests a second on the plan sees its effect, to two digits. */
  Optional<String> needed() {
    if (traffic.errorRate() <= 0 || !sees(ExpectedTraffic.MOST)) {
      return Optional.empty();
    }
    var low = StrictMath.log(traffic.requestsPerSecond());
    var high = StrictMath.log(ExpectedTraffic.MOST);
    for (var i = 0; i < STEPS; i++) {
      var middle = (low + high) / 2;
      if (sees(StrictMath.exp(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    var rounded = new BigDecimal(StrictMath.exp(high)).round(new MathContext(2, RoundingMode.UP));
    return Optional.of(rounded.stripTrailingZeros().toPlainString());
  }

  private boolean sees(double requestsPerSecond) {
    var busier = new ExpectedTraffic(requestsPerSecond, traffic.errorRate());
    return new Foresight(plan, busier)
        .smallest()
        .filter(w -> w <= plan.targets().effect())
        .isPresent();
  }

  private String where() {
    return "%s requests a second with %s errors"
        .formatted(Words.number(traffic.requestsPerSecond()), Words.percent(traffic.errorRate()));
  }

  private static String effect(Optional<Double> effect) {
    return effect.map(w -> "x " + Words.number(w)).orElse("nothing");
  }

  private Sight sight(Watch watch, double weight, DoubleUnaryOperator soFar) {
    var share = weight / 100;
    var requests = requests(watch);
    var alpha = new AlphaSpending(plan.alpha()).of(Spender.ERRORS);
    var alone = MinimumDetectableEffect.smallest(plus(w -> 0, watch, weight), alpha);
    var shown = alone.filter(w -> w <= plan.targets().effect()).isPresent();
    return new Sight(
        watch.name(),
        weight,
        requests * share,
        requests * traffic.errorRate(),
        alone,
        MinimumDetectableEffect.smallest(soFar, alpha),
        shown || keeps(requests * share),
        watch.onInconclusive());
  }

  private boolean keeps(double requests) {
    var counts =
        new Counts(Math.round(requests), Math.round(Math.floor(requests * traffic.errorRate())));
    return ErrorObjective.logKept(counts, plan.targets().errorRate())
        >= StrictMath.log(1 / ErrorObjective.DOUBT);
  }

  private DoubleUnaryOperator plus(DoubleUnaryOperator sum, Watch watch, double weight) {
    var errors = requests(watch) * traffic.errorRate();
    return w -> sum.applyAsDouble(w) + MinimumDetectableEffect.information(w, errors, weight / 100);
  }

  private double requests(Watch watch) {
    return traffic.requestsPerSecond() * watch.maxDuration().toSeconds();
  }
}
