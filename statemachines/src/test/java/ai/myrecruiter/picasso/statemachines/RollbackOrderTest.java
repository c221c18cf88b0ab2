package ai.myrecruiter.picasso.statemachines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RollbackOrderTest {
  @Test
  void restoresTheAliasBeforeAnythingThatCouldFailOrWait() {
    var way = new ArrayList<String>();
    for (var name = "TakeOver"; !name.isEmpty(); name = rollback(name).path("Next").asText()) {
      way.add(name);
    }
    assertThat(way).startsWith("TakeOver", "RestoreAlias");
  }

  @Test
  void restoresTheAliasEvenWhenTheLeaseCannotBeTakenOver() {
    assertThat(rollback("TakeOver").path("Catch").path(0).path("Next").asText())
        .isEqualTo("RestoreAliasUnfenced");
    assertThat(rollback("TakeOverLate").path("Catch").path(0).path("Next").asText())
        .isEqualTo("RestoreAlias");
  }

  @Test
  void goesOnToTheEndWhateverFailsAfterTheAliasIsRestored() {
    for (var name :
        List.of("VerifyRollback", "StopRollout", "ValidateRecovery", "NotifyAudience")) {
      var next = rollback(name).path("Catch").path(0).path("Next").asText();
      assertThat(rollback(next).path("Type").asText())
          .as("what follows a failure of %s", name)
          .isNotEqualTo("Fail");
    }
  }

  @Test
  void triesToRestoreTheAliasAgainWhateverTheError() {
    var retry = rollback("RestoreAlias").path("Retry").path(0);
    assertThat(Machines.texts(retry.path("ErrorEquals"))).containsExactly("States.ALL");
    assertThat(retry.path("MaxAttempts").asInt()).isGreaterThanOrEqualTo(10);
  }

  private static JsonNode rollback(String state) {
    return Machines.state("rollback", state);
  }
}
