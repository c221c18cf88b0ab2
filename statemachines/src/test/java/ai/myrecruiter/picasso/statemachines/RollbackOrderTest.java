package ai.myrecruiter.picasso.statemachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RollbackOrderTest {
  @Test
  void restoresTheAliasBeforeAnythingThatCouldFailOrWait() {
    var states = Machines.states("rollback");
    var way = new ArrayList<String>();
    for (var name = "TakeOver"; !name.isEmpty(); name = states.get(name).path("Next").asText()) {
      way.add(name);
    }
    assertThat(way).startsWith("TakeOver", "RestoreAlias");
  }

  @Test
  void restoresTheAliasEvenWhenTheLeaseCannotBeTakenOver() {
    var states = Machines.states("rollback");
    assertThat(states.get("TakeOver").path("Catch").path(0).path("Next").asText()).isEqualTo("RestoreAliasUnfenced");
    assertThat(states.get("TakeOverLate").path("Catch").path(0).path("Next").asText()).isEqualTo("RestoreAlias");
  }

  @Test
  void goesOnToTheEndWhateverFailsAfterTheAliasIsRestored() {
    var states = Machines.states("rollback");
    for (var name : List.of("VerifyRollback", "StopRollout", "ValidateRecovery", "NotifyAudience")) {
      var next = states.get(name).path("Catch").path(0).path("Next").asText();
      assertThat(states.get(next).path("Type").asText()).as("what follows a failure of %s", name).isNotEqualTo("Fail");
    }
  }

  @Test
  void triesToRestoreTheAliasAgainWhateverTheError() {
    var retry = Machines.states("rollback").get("RestoreAlias").path("Retry").path(0);
    assertThat(Machines.texts(retry.path("ErrorEquals"))).containsExactly("States.ALL");
    assertThat(retry.path("MaxAttempts").asInt()).isGreaterThanOrEqualTo(10);
  }
}
