package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * The real machines on the Step Functions that {@code AWS_ENDPOINT_URL_SFN} names, on the real
 * clock; see tests/scenario.sh. Without it, on our own engine, reached by the same setting.
 */
final class AnyStepFunctionsTest {
  private static final String SHORT =
      """
      name: short
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - {name: tenth, weight: 10, duration: 2s, look: 1s, onInconclusive: pass}
        - {name: half, weight: 50, duration: 2s, look: 1s, onInconclusive: pass}
      bake: {holdback: 10, duration: 1s, look: 1s, onInconclusive: pass}
      alarms: [cross-tenant-attempts]
      """;
  private static final String LONG =
      """
      name: long
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - {name: half, weight: 50, duration: 10m, look: 1s, onInconclusive: pass}
      bake: {holdback: 10, duration: 1s, look: 1s, onInconclusive: pass}
      alarms: [cross-tenant-attempts]
      """;
  private static final AliasWeights ONE = AliasWeights.all(new VersionNumber(1));

  private LiveRehearsal rehearsal;

  @BeforeEach
  void open() throws IOException {
    rehearsal = new LiveRehearsal();
    rehearsal.upload("two");
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void aHealthyVersionIsPromoted() throws InterruptedException {
    var id = rehearsal.start(SHORT);
    var end = rehearsal.end(id);

    assertThat(end.cause()).isNull();
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(2)));
    var events = rehearsal.history(id);
    assertThat(events)
        .extracting(HistoryEvent::type)
        .startsWith(HistoryEventType.EXECUTION_STARTED)
        .endsWith(HistoryEventType.EXECUTION_SUCCEEDED);
    assertThat(events).extracting(HistoryEvent::id).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aVersionThatFailsIsRolledBack() throws InterruptedException {
    rehearsal.fault("2", VersionFaults.NONE.withErrorRate(1));
    var id = rehearsal.start(LONG);
    var end = rehearsal.end(id);

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("RolledBack");
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.JUDGE);
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
  }

  @Test
  void aPersonsAbortTakesTheRolloutOverAndStopsIt() throws InterruptedException {
    var id = rehearsal.start(LONG);
    rehearsal.waitUntil(() -> rehearsal.alias().weights().isSplit());
    rehearsal.abort(id);
    var end = rehearsal.end(id);

    if (end.status() == ExecutionStatus.FAILED) {
      assertThat(end.error()).as("its own next look came before the stop").isEqualTo("TakenOver");
    } else {
      assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
    }
    rehearsal.waitUntil(() -> rehearsal.rollout(id).status() == RolloutStatus.ROLLED_BACK);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.PERSON);
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
  }
}
