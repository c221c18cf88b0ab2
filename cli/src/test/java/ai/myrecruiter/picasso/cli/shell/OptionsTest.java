package ai.myrecruiter.picasso.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  @Test
  void readsDurationsInBothForms() {
    assertThat(Options.duration("--timeout", "1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(Options.duration("--timeout", "PT2S")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void refusesDurationsThatAreNoneOrTooShort() {
    for (var text : new String[] {"", "soon", "0s", "PT0.5S", "-5s"}) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> Options.duration("--timeout", text))
          .withMessageContaining("--timeout = " + text)
          .withMessageContaining("write 90s");
    }
  }

  @Test
  void findingsOfAReaderComeUnderTheOptionsName() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Options.read("--version", () -> VersionNumber.parse("$LATEST")))
        .withMessageStartingWith("--version = $LATEST: ");
  }

  @Test
  void theNameGivenWinsOverVariablesAndTheProductsVariableOverTheUsersName() {
    var shell = new TestShell().with("PICASSO_BY", "pipeline 7").shell();

    assertThat(Options.by(Optional.of("noah"), shell)).isEqualTo("noah");
    assertThat(Options.by(Optional.empty(), shell)).isEqualTo("pipeline 7");
    assertThat(Options.by(Optional.empty(), new TestShell().shell())).isEqualTo("mia");
  }

  @Test
  void refusesANameThatIsBlankOrTooLong() {
    var nobody = new TestShell().of("?").shell();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Options.by(Optional.empty(), nobody))
        .withMessage(
            "--by = nothing: must name a person or a pipeline in 1 to 200 characters; give --by"
                + " NAME or set PICASSO_BY");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Options.by(Optional.of("x".repeat(201)), nobody));
  }
}
