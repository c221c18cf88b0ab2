package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account in which nothing was deployed yet. */
final class FirstDeploymentTest {
  private final Rehearsal rehearsal = Rehearsal.onAnEmptyAccount(5);
  private final FirstDeployment deployment =
      new FirstDeployment(
          rehearsal.stage().cloudFormation(),
          rehearsal.stage().s3(),
          () -> rehearsal.runFor(Duration.ofSeconds(10)));

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void everyStackIsMadeByCloudFormationAloneAndARolloutRunsOnWhatWasMade() {
    assertThat(rehearsal.stage().cloudFormation().describeStacks().stacks()).isEmpty();
    assertThat(rehearsal.stage().sfn().listStateMachines(it -> {}).stateMachines()).isEmpty();

    deployment.run();

    assertThat(rehearsal.stage().cloudFormation().describeStacks().stacks()).hasSize(6);
    rehearsal.traffic(40);
    rehearsal.upload("next");
    var id = rehearsal.start(Rehearsal.PLAN);
    rehearsal.runFor(Duration.ofMinutes(10));
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(rehearsal.reports()).isEmpty();
  }

  @Test
  void codeThatWasNotUploadedFailsTheStackInLambdasWords() {
    var data = FirstDeployment.STACKS.getFirst();
    var payload = FirstDeployment.STACKS.get(1);
    data.assets().forEach(deployment::upload);
    payload
        .assets()
        .forEach((key, file) -> {
          if (key.endsWith(".json")) {
            deployment.upload(key, file);
          }
        });
    assertThat(deployment.create(data)).isEqualTo("CREATE_COMPLETE");

    assertThat(deployment.create(payload)).isEqualTo("ROLLBACK_COMPLETE");

    var stage = rehearsal.stage();
    assertThat(stage.cloudFormation().describeStackEvents(it -> it.stackName(payload.name())))
        .extracting(Object::toString)
        .asString()
        .contains("S3 Error Code: NoSuchKey");
    assertThat(stage.lambda().listFunctions().functions()).isEmpty();
  }
}
