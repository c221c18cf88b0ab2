package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.plan.Plans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForesightTest {
  @Test
  void saysWhatEachStageCanSee() {
    var sights = foresight(Plans.threeStages(), 100, 0.001).sights();
    assertThat(sights)
        .extracting(Foresight.Sight::stage)
        .containsExactly("first", "tenth", "half", "bake");
    var first = sights.getFirst();
    assertThat(first.requests()).isCloseTo(600, within(1e-6));
    assertThat(first.errors()).isCloseTo(60, within(1e-9));
    assertThat(first.alone().orElseThrow()).isBetween(9.0, 11.0);
    assertThat(first.soFar()).isEqualTo(first.alone());
    for (var i = 1; i < sights.size(); i++) {
      assertThat(sights.get(i).soFar().orElseThrow())
          .isLessThan(sights.get(i - 1).soFar().orElseThrow());
    }
  }

  @Test
  void acceptsAPlanThatSeesWhatItPromises() {
    var foresight = foresight(Plans.threeStages(), 100, 0.001);
    assertThat(foresight.findings()).isEmpty();
    assertThat(foresight.smallest().orElseThrow()).isBetween(1.2, 2.5);
  }

  @Test
  void refusesAPlanThatCannotAndSaysTheNumber() {
    assertThat(foresight(Plans.threeStages(), 1, 0.001).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.path()).isEqualTo("$.targets.effect");
          assertThat(finding.value()).isEqualTo("3");
          assertThat(finding.rule())
              .matches(
                  "must be an effect that the plan can see: at 1 requests a second with 0\\.1 %"
                      + " errors the smallest is (x [0-9.]+|nothing)");
        });
  }

  @Test
  void seesNothingWithoutErrors() {
    var foresight = foresight(Plans.threeStages(), 100, 0);
    assertThat(foresight.smallest()).isEmpty();
    assertThat(foresight.findings().getFirst().rule()).endsWith("the smallest is nothing");
    assertThat(foresight.sights()).extracting(Foresight.Sight::passes).containsOnly(true);
  }

  @Test
  void refusesAStageThatWouldSendEveryHealthyReleaseBack() {
    var plan =
        PlanReader.read(
                """
                name: hasty
                targets: {effect: 3, errorRate: 0.001}
                stages:
                  - {name: blink, weight: 1, duration: 10s, onInconclusive: rollback}
                  - {name: half, weight: 50, duration: 1h, onInconclusive: pass}
                bake: {holdback: 5, duration: 30m, onInconclusive: pass}
                alarms: [chat-errors]
                """)
            .orThrow();
    assertThat(foresight(plan, 100, 0.001).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.path()).isEqualTo("$.stages[0]");
          assertThat(finding.value()).isEqualTo("blink");
        });
  }

  @Test
  void agreesWithWhatTheStageIsClearedToByTheJudge() {
    var sight = foresight(Plans.threeStages(), 100, 0.01).sights().get(1);
    var judged =
        MinimumDetectableEffect.of(new Counts(162_000, 1_620), new Counts(18_000, 180), 0.004);
    assertThat(sight.alone().orElseThrow()).isCloseTo(judged.orElseThrow(), within(1e-9));
  }

  @Test
  void refusesTrafficThatCannotBe() {
    for (var rate : List.of(0.0, -1.0, 2e6, Double.NaN)) {
      assertThatThrownBy(() -> new ExpectedTraffic(rate, 0.001))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("$.requestsPerSecond");
    }
    for (var rate : List.of(-0.1, 1.0, Double.NaN)) {
      assertThatThrownBy(() -> new ExpectedTraffic(1, rate))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("$.errorRate");
    }
  }

  @Test
  void triesNonInferiorityAtTheLargestAlternativeUpToTheEffect() {
    var process = ErrorProcess.START.observe(new Block(5_400, 600, 5, 0));
    assertThat(process.nonInferiority(2).orElseThrow()).isCloseTo(1.61031, within(1e-5));
    assertThat(process.nonInferiority(2.9)).isEqualTo(process.nonInferiority(2));
    assertThat(process.nonInferiority(1.1)).isEqualTo(Optional.empty());
  }

  private static Foresight foresight(Plan plan, double rate, double errors) {
    return new Foresight(plan, new ExpectedTraffic(rate, errors));
  }
}
