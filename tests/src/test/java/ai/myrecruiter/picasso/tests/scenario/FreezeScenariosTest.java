package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.DatedFreeze;
import ai.myrecruiter.picasso.workflows.environment.Freeze;
import ai.myrecruiter.picasso.workflows.environment.WeeklyFreeze;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class FreezeScenariosTest {
  private static final long SEED = 20_261_124;
  private static final AliasWeights OLD = AliasWeights.all(new VersionNumber(1));
  @AutoClose private final Rehearsal rehearsal = new Rehearsal(SEED);

  private void freeze(Freeze freeze) {
    var functions = rehearsal.stage().functions();
    var preflight = "picasso-staging-run-preflight";
    var settings = functions.settings(preflight);
    var variables = new HashMap<>(settings.environment());
    variables.put("PICASSO_FREEZE", Contracts.write(freeze));
    functions.updateSettings(settings.withEnvironment(variables));
  }

  private Freeze inAnHour() {
    var start = rehearsal.now();
    return new Freeze(
        List.of(
            new DatedFreeze(
                "year-end", start.plus(Duration.ofHours(1)), start.plus(Duration.ofHours(9)))),
        List.of());
  }

  @Test
  void aRolloutInAFreezeIsRefusedBeforeAnythingChanges() {
    freeze(
        new Freeze(
            List.of(),
            List.of(new WeeklyFreeze("mondays", List.of("monday"), "00:00", "24:00", "UTC"))));
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.REFUSED);
    assertThat(rehearsal.rollout(id).outcome().orElseThrow().sentence())
        .contains("must be outside of the freeze mondays");
    assertThat(rehearsal.alias().weights()).isEqualTo(OLD);
  }

  @Test
  void aRolloutOutsideOfItsFreezesIsPromoted() {
    freeze(inAnHour());
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aRollbackIsNeverFrozen() {
    rehearsal.traffic(10);
    rehearsal.stage().faults().set(Rehearsal.FUNCTION, "2", VersionFaults.NONE.withErrorRate(1));
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    rehearsal.runUntil(() -> rehearsal.alias().weights().isSplit());
    freeze(
        new Freeze(
            List.of(
                new DatedFreeze(
                    "sudden",
                    rehearsal.now().minusSeconds(1),
                    rehearsal.now().plus(Duration.ofHours(9)))),
            List.of()));
    rehearsal.runToEnd(id);
    rehearsal.runUntil(() -> rehearsal.rollout(id).status().terminal());
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(rehearsal.alias().weights()).isEqualTo(OLD);
  }
}
