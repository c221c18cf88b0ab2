package ai.myrecruiter.picasso.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Effect;
import ai.myrecruiter.picasso.workflows.rehearsal.FittingThreshold;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rehearsal.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RehearsalsTest {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));
  private static final Plan SHORT =
      plan(
          """
          name: short
          stages:
            - {name: first, weight: 1, duration: 2m, look: 10s, onInconclusive: pass}
            - {name: half, weight: 50, duration: 2m, look: 10s, onInconclusive: pass}
          bake: {holdback: 5, duration: 2m, look: 10s, onInconclusive: pass}
          alarms: [cross-tenant-attempts, chat-errors]
          """);
  private static final Model GROSS = Model.STANDARD.withEffect(0.5);
  private static Rehearsals rehearsals;

  private static Plan plan(String text) {
    return PlanReader.read(text).orThrow();
  }

  @BeforeAll
  static void open() throws IOException {
    rehearsals = Rehearsals.of(ROOT.resolve("infra/target/cdk.out"));
  }

  @AfterAll
  static void close() {
    rehearsals.close();
  }

  @Test
  void aGrossFailureIsCaughtInTheFirstStageAndAHealthyVersionIsPromoted() {
    var bad = rehearsals.run(SHORT, GROSS, 1, 6);
    assertThat(bad)
        .allSatisfy(run -> {
          assertThat(run.rolledBack()).isTrue();
          assertThat(run.place()).contains("first");
          assertThat(run.decidedBy()).contains("judge");
          assertThat(run.toStable().orElseThrow())
              .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
          assertThat(run.badRequests()).isBetween(1L, 60L);
        });
    assertThat(rehearsals.run(SHORT, GROSS.healthy(), 1, 6))
        .allSatisfy(run -> {
          assertThat(run.rolledBack()).isFalse();
          assertThat(run.badRequests()).isZero();
        });
  }

  @Test
  void theSameSeedGivesTheSameRunWhateverElseRuns() {
    var alone = rehearsals.run(SHORT, GROSS, 3);
    assertThat(rehearsals.run(SHORT, GROSS, 1, 4).get(2)).isEqualTo(alone);
    assertThat(rehearsals.run(SHORT, GROSS, 4)).isNotEqualTo(alone);
  }

  @Test
  void whatBeginsAfterTheEndIsServedUpToTheHorizon() {
    var late =
        new Model(
            GROSS.traffic(),
            GROSS.errors(),
            new Effect(0.5, 1, Duration.ofMinutes(60)),
            GROSS.latency(),
            GROSS.metrics(),
            Duration.ofMinutes(61));
    var run = rehearsals.run(SHORT, late, 5);
    assertThat(run.rolledBack()).isFalse();
    assertThat(run.badRequests()).isBetween(2_500L, 5_000L);
  }

  @Test
  void consentIsGivenAtOnceAndAHoldFindsNobody() {
    var asking =
        plan(
            """
            name: asking
            stages:
              - {name: first, weight: 1, duration: 1m, look: 10s, onInconclusive: pass, approval: {}}
            bake: {holdback: 5, duration: 1m, look: 10s, onInconclusive: pass}
            alarms: [chat-errors]
            """);
    assertThat(rehearsals.run(asking, GROSS.healthy(), 6).rolledBack()).isFalse();
    var holding =
        plan(
            """
            name: holding
            stages:
              - {name: first, weight: 1, duration: 1m, look: 10s, onInconclusive: hold}
            bake: {holdback: 5, duration: 1m, look: 10s, onInconclusive: pass}
            alarms: [chat-errors]
            """);
    var held = rehearsals.run(holding, GROSS.healthy().withRps(1), 7);
    assertThat(held.rolledBack()).isTrue();
    assertThat(held.decidedBy()).contains("person");
  }

  @Test
  void aPlanThatPreflightRefusesCannotBeRehearsed() {
    var unknown =
        plan(
            """
            name: unknown
            stages:
              - {name: first, weight: 1, duration: 1m, look: 10s}
            bake: {holdback: 5, duration: 1m, look: 10s}
            alarms: [no-such-alarm]
            """);
    assertThatThrownBy(() -> rehearsals.run(unknown, GROSS, 8))
        .isInstanceOf(RehearsalRefused.class)
        .hasMessageContaining("no-such-alarm");
  }

  @Test
  void anAlarmThatRingsWithTheOldVersionKeepsTheRolloutOutUnlessItsThresholdFits() {
    var often = Model.STANDARD.withErrorRate(0.2).healthy();
    var refused = rehearsals.run(SHORT, often, 9);
    assertThat(refused).isEqualTo(RunResult.refused("chat-errors"));
    var fitting = FittingThreshold.percent(often, SHORT).orElseThrow();
    assertThat(rehearsals.run(SHORT, often.withErrorPercent(Math.ceil(fitting)), 9))
        .isEqualTo(RunResult.promoted(0));
  }

  @Test
  void aComparisonSaysHowManyStartsWereRefusedAndJudgesTheOthersOnly() {
    var often = Model.STANDARD.withErrorRate(0.2).withEffect(0.9);
    var plan = Comparison.of(rehearsals, SHORT, often, 9, 2, said -> {}).ways().getFirst();
    assertThat(plan.refused()).isEqualTo(new Share(4, 4));
    assertThat(plan.refusers()).isEqualTo(Map.of("chat-errors", 4));
    assertThat(plan.rolledBack().of()).isZero();
    assertThat(plan.falselyRolledBack().of()).isZero();
    assertThat(plan.badRequests()).isEmpty();
  }

  @Test
  void aComparisonHasThePlanFirstAndTheSameRunsForAll() {
    var said = Collections.synchronizedList(new ArrayList<String>());
    var comparison = Comparison.of(rehearsals, SHORT, GROSS, 1, 4, said::add);
    assertThat(comparison.ways()).hasSize(6);
    assertThat(comparison.ways().getFirst().name()).isEqualTo("Plan short");
    assertThat(comparison.ways())
        .allSatisfy(way -> {
          assertThat(way.rolledBack().of()).isEqualTo(4);
          assertThat(way.falselyRolledBack().of()).isEqualTo(4);
        });
    assertThat(comparison.detectable().orElseThrow().enough()).isTrue();
    assertThat(comparison.rollouts()).isGreaterThanOrEqualTo(8 + 3 * 4);
    assertThat(said).hasSize(3);
  }

  /** Cold starts after each shift and later on are no fault; being slow for good is one. */
  @Test
  void latencySendsASlowVersionBackAndNoColdOne() throws IOException {
    var text = Files.readString(ROOT.resolve("docs/plans/default.yaml"));
    var plan = plan(text.replace("{effect: 3}", "{effect: 3, latencyMillis: 800}"));
    var model = Model.STANDARD.healthy();
    assertThat(rehearsals.run(plan, model, 1, 6)).allMatch(run -> !run.rolledBack());
    var slow =
        new Model(
            model.traffic(),
            model.errors(),
            new Effect(model.errors().rate(), 2, Duration.ZERO),
            model.latency(),
            model.metrics(),
            model.horizon());
    assertThat(rehearsals.run(plan, slow, 1, 6))
        .allSatisfy(run -> {
          assertThat(run.rolledBack()).isTrue();
          assertThat(run.decidedBy()).contains("judge");
          assertThat(run.toStable().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(5));
        });
  }

  /** The goals of the plan that the project proposes; the whole table is in docs/rehearsal.md. */
  @Test
  void theDefaultPlanKeepsItsPromise() throws IOException {
    var plan = plan(Files.readString(ROOT.resolve("docs/plans/default.yaml")));
    var gross = rehearsals.run(plan, GROSS, 100, 10);
    assertThat(gross).allMatch(RunResult::rolledBack);
    assertThat(median(gross)).isLessThanOrEqualTo(20);
    var fivefold = rehearsals.run(plan, Model.STANDARD, 100, 10);
    assertThat(fivefold).allMatch(RunResult::rolledBack);
    assertThat(median(fivefold)).isLessThanOrEqualTo(25);
  }

  private static long median(List<RunResult> runs) {
    return runs.stream()
        .mapToLong(RunResult::badRequests)
        .sorted()
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
