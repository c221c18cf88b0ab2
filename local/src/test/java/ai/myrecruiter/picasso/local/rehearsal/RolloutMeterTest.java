package ai.myrecruiter.picasso.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RolloutMeterTest {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  private static Plan plan(String minutes) {
    return PlanReader.read(
            """
            name: short
            stages:
              - {name: first, weight: 1, duration: %s, look: 10s, onInconclusive: pass}
            bake: {holdback: 5, duration: 1m, look: 10s, onInconclusive: pass}
            alarms: [cross-tenant-attempts, chat-errors]
            """
                .formatted(minutes))
        .orThrow();
  }

  /** A look is a wait, a judgement and a choice: three transitions and one invocation. */
  @Test
  void sixMoreLooksUseSixTimesWhatALookUses() throws IOException {
    try (var rehearsals = Rehearsals.of(ROOT.resolve("infra/target/cdk.out"))) {
      var healthy = Model.STANDARD.healthy();
      var one = rehearsals.usage(plan("1m"), healthy, 1);
      var two = rehearsals.usage(plan("2m"), healthy, 1);
      assertThat(rehearsals.usage(plan("1m"), healthy, 1)).as("the same seed").isEqualTo(one);
      assertThat(one.executions()).as("rollout and its health validation").isEqualTo(2);
      assertThat(two.executions()).isEqualTo(2);
      assertThat(two.transitions() - one.transitions()).isEqualTo(18);
      assertThat(two.invocations() - one.invocations()).isEqualTo(6);
      assertThat(two.metricsRead() - one.metricsRead())
          .as("six series of two versions a look")
          .isEqualTo(72);
      assertThat(two.writeUnits()).isGreaterThan(one.writeUnits());
      assertThat(two.readUnits()).isGreaterThan(one.readUnits());
    }
  }

  /** The judge reads both versions of each function at every look; the machine looks as often. */
  @Test
  void aSecondFunctionDoublesWhatTheJudgeReadsAndNotTheLooks() throws IOException {
    try (var rehearsals = Rehearsals.of(ROOT.resolve("infra/target/cdk.out"))) {
      var healthy = Model.STANDARD.healthy();
      var alone = rehearsals.usage(plan("1m"), healthy, 1);
      var both = rehearsals.usage(plan("1m"), healthy, 1, List.of("picasso-staging-streaming"));
      assertThat(both.metricsRead()).isEqualTo(2 * alone.metricsRead());
      assertThat(both.transitions()).isEqualTo(alone.transitions());
      assertThat(both.executions()).isEqualTo(alone.executions());
      assertThat(both.readUnits()).isGreaterThanOrEqualTo(alone.readUnits());
    }
  }
}
