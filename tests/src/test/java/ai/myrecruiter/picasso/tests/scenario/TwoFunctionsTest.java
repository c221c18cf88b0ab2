package ai.myrecruiter.picasso.tests.scenario;

import static ai.myrecruiter.picasso.tests.scenario.Rehearsal.FUNCTION;
import static ai.myrecruiter.picasso.tests.scenario.Rehearsal.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Chat and streaming released as one: both are promoted or both go back. */
final class TwoFunctionsTest {
  private static final AliasWeights OLD = AliasWeights.all(new VersionNumber(1));
  private static final AliasWeights NEW = AliasWeights.all(new VersionNumber(2));
  private final Rehearsal rehearsal = new Rehearsal(1);

  @AfterEach
  void close() {
    rehearsal.close();
  }

  private RolloutId start() {
    rehearsal.traffic(20);
    rehearsal.traffic(STREAMING, 20);
    rehearsal.upload("two");
    rehearsal.upload(STREAMING, "two");
    return rehearsal.startBoth(Rehearsal.PLAN);
  }

  private void fault(String function, VersionFaults faults) {
    rehearsal.stage().faults().set(function, "2", faults);
  }

  private void assertBoth(AliasWeights weights) {
    assertThat(rehearsal.alias(FUNCTION).weights()).isEqualTo(weights);
    assertThat(rehearsal.alias(STREAMING).weights()).isEqualTo(weights);
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
  }

  @Test
  void healthyVersionsArePromotedTogether() {
    var id = start();
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.cause()).isNull();
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertBoth(NEW);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(rehearsal.rollout(id).members())
        .allSatisfy(
            member -> assertThat(member.judge().candidate().seen().requests()).isPositive());
    assertThat(rehearsal.reports()).isEmpty();
  }

  @Test
  void haveTheSameWeightInEveryStage() {
    var id = start();
    rehearsal.runUntil(() -> rehearsal.find(id).map(r -> watched(r.status())).orElse(false));

    assertThat(rehearsal.alias(FUNCTION).weights().isSplit()).isTrue();
    assertThat(rehearsal.alias(STREAMING).weights()).isEqualTo(rehearsal.alias(FUNCTION).weights());
  }

  private static boolean watched(RolloutStatus status) {
    return status == RolloutStatus.OBSERVING;
  }

  @ParameterizedTest
  @ValueSource(strings = {FUNCTION, STREAMING})
  void bothGoBackWhenOneFails(String failing) {
    fault(failing, VersionFaults.NONE.withErrorRate(0.3));
    var id = start();
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.error())
        .as("%s", rehearsal.rollout(id).timeline())
        .isEqualTo("RolledBack");
    assertBoth(OLD);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.JUDGE);
    assertThat(rehearsal.rollout(id).outcome().orElseThrow().sentence())
        .contains(failing + ": ")
        .contains(FUNCTION + " version 1, " + STREAMING + " version 1");
  }

  @Test
  void bothGoBackWhenNothingIsKnownOfOne() {
    rehearsal.traffic(20);
    rehearsal.upload("two");
    rehearsal.upload(STREAMING, "two");
    var id =
        rehearsal.startBoth(
            Rehearsal.PLAN.replace("onInconclusive: pass", "onInconclusive: rollback"));
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.error()).isEqualTo("RolledBack");
    assertBoth(OLD);
  }

  @Test
  void bothGoBackWhenAnAlarmGoesOff() {
    fault(FUNCTION, VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    var id = start();
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    assertBoth(OLD);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.ALARM);
  }

  @Test
  void bothGoBackWhenAPersonAborts() {
    var id = start();
    rehearsal.runUntil(() -> rehearsal.alias(STREAMING).weights().isSplit());
    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    assertBoth(OLD);
  }

  @Test
  void theWatchdogFindsASplitAliasOfTheSecondFunction() {
    var id = start();
    rehearsal.runUntil(() -> rehearsal.alias(STREAMING).weights().isSplit());
    rehearsal.kill(id);
    rehearsal.runFor(Duration.ofMinutes(3));

    assertBoth(OLD);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy))
        .contains(DecidedBy.WATCHDOG);
  }

  @Test
  void aFunctionWithoutNewCodeLeavesTheRelease() {
    rehearsal.traffic(20);
    rehearsal.upload("two");
    var id = rehearsal.startBoth(Rehearsal.PLAN);
    var execution = rehearsal.runToEnd(id);

    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.alias(FUNCTION).weights()).isEqualTo(NEW);
    assertThat(rehearsal.alias(STREAMING).weights()).isEqualTo(OLD);
    assertThat(rehearsal.rollout(id).companions()).isEmpty();
    assertThat(rehearsal.rollout(id).timeline().entries())
        .anyMatch(line -> line.sentence().contains("nothing new in " + STREAMING));
  }
}
