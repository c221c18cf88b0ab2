package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class RolloutScenariosTest {
  private final Rehearsal rehearsal = new Rehearsal(1);

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void aHealthyVersionIsPromotedBakedAndClosed() {
    rehearsal.traffic(20);
    rehearsal.upload("two");

    var id = rehearsal.start(Rehearsal.PLAN);
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.cause()).isNull();
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::ending)).contains(Ending.PROMOTED);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(2)));
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
    assertThat(rehearsal.reports()).isEmpty();
  }

  @Test
  void aVersionThatFailsIsCaughtByTheJudgeAndRolledBack() {
    var traffic = rehearsal.traffic(50);
    rehearsal.stage().faults().set(Rehearsal.FUNCTION, "2", VersionFaults.NONE.withErrorRate(0.3));
    rehearsal.upload("two");

    var id = rehearsal.start(Rehearsal.PLAN);
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).isEqualTo("RolledBack");
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.JUDGE);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
    assertThat(traffic.served().get("2")).isNotNull();
  }

  @Test
  void anAlarmTakesARunningRolloutOver() {
    rehearsal.traffic(20);
    rehearsal
        .stage()
        .faults()
        .set(
            Rehearsal.FUNCTION,
            "2",
            VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    rehearsal.upload("two");

    var id = rehearsal.start(Rehearsal.PLAN);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    assertThat(rehearsal.execution(id).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(rehearsal.execution(id).error()).isEqualTo("TakenOver");
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.ALARM);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
  }

  @Test
  void aKilledRolloutsSplitAliasIsFoundByTheWatchdogAndRolledBack() {
    rehearsal.traffic(10);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.PLAN);
    rehearsal.runUntil(() -> rehearsal.alias().weights().isSplit());

    rehearsal.kill(id);
    assertThat(rehearsal.alias().weights().isSplit()).isTrue();
    rehearsal.runFor(Duration.ofMinutes(3));

    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy))
        .contains(DecidedBy.WATCHDOG);
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
  }
}
