package ai.myrecruiter.picasso.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfirmationTest {
  private static final Terminal TERMINAL = new Terminal(true, false, 80);

  private static void require(TestShell shell, Environment environment, boolean yes) {
    Confirmation.require(shell.shell(), environment, yes, List.of("what happens"));
  }

  @Test
  void stagingIsNeverAskedAbout() {
    var shell = new TestShell();

    require(shell, Environment.STAGING, false);

    assertThat(shell.err()).isEmpty();
  }

  @Test
  void yesAnswersBeforeTheQuestion() {
    var shell = new TestShell();

    require(shell, Environment.PRODUCTION, true);

    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aPersonIsShownWhatHappensAndMayAgree() {
    var shell = new TestShell().on(TERMINAL).typing("Y\n");

    assertThatCode(() -> require(shell, Environment.PRODUCTION, false)).doesNotThrowAnyException();
    assertThat(shell.err()).contains("what happens").contains("Go ahead in production? [y/N]");
  }

  @Test
  void anythingElseIsNo() {
    for (var typed : new String[] {"", "\n", "n\n", "yes please\n", "j\n"}) {
      var shell = new TestShell().on(TERMINAL).typing(typed);

      assertThatExceptionOfType(CommandEnd.class)
          .as(typed)
          .isThrownBy(() -> require(shell, Environment.PRODUCTION, false))
          .withMessage("Nothing was changed.");
    }
  }

  @Test
  void whereNobodyCanBeAskedTheOptionIsNeeded() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> require(new TestShell(), Environment.PRODUCTION, false))
        .withMessageContaining("add --yes");
  }
}
