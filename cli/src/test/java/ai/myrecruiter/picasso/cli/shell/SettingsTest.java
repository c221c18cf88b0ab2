package ai.myrecruiter.picasso.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.net.URI;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class SettingsTest {
  @Command(name = "root")
  private static final class Root {
    @Mixin private final Settings settings;

    private Root(Settings settings) {
      this.settings = settings;
    }
  }

  @Command(name = "verb")
  private static final class Verb {}

  /** The settings after a command line whose second word is a subcommand. */
  private static Settings parse(TestShell shell, String line) {
    var root = new Root(new Settings(shell.shell()));
    new CommandLine(root)
        .addSubcommand(new Verb())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(line.split(" ", -1));
    return root.settings;
  }

  @Test
  void theDefaultsAreStagingAsATable() {
    var settings = parse(new TestShell(), "verb");

    assertThat(settings.environment()).isEqualTo(Environment.STAGING);
    assertThat(settings.printer().isJson()).isFalse();
    assertThat(settings.profile()).isEmpty();
    assertThat(settings.region()).isEmpty();
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.verbose()).isFalse();
  }

  @Test
  void optionsCountBeforeAndAfterTheCommand() {
    assertThat(parse(new TestShell(), "-o json verb").printer().isJson()).isTrue();
    assertThat(parse(new TestShell(), "verb -o JSON").printer().isJson()).isTrue();
    assertThat(parse(new TestShell(), "--env production verb").environment())
        .isEqualTo(Environment.PRODUCTION);
  }

  @Test
  void aFlagWinsOverTheEnvironment() {
    var shell = new TestShell().with("PICASSO_ENV", "production");

    assertThat(parse(shell, "verb").environment()).isEqualTo(Environment.PRODUCTION);
    assertThat(parse(shell, "verb --env staging").environment()).isEqualTo(Environment.STAGING);
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertThat(parse(new TestShell().with("PICASSO_ENV", ""), "verb").environment())
        .isEqualTo(Environment.STAGING);
  }

  @Test
  void readsProfileRegionAndEndpoint() {
    var settings =
        parse(
            new TestShell(),
            "verb --profile clinic --region eu-west-1 --endpoint-url http://127.0.0.1:8083");

    assertThat(settings.profile()).contains("clinic");
    assertThat(settings.region()).contains("eu-west-1");
    assertThat(settings.endpoint()).contains(URI.create("http://127.0.0.1:8083"));
  }

  @Test
  void refusesEndpointsThatAreNoUrls() {
    for (var text :
        new String[] {"localhost:8083", "ftp://x", "http://", "http://a b", "http://[x"}) {
      var settings = new Root(new Settings(new TestShell().shell()));
      new CommandLine(settings).parseArgs("--endpoint-url", text);

      assertThatExceptionOfType(InvalidInput.class)
          .as(text)
          .isThrownBy(settings.settings::endpoint)
          .withMessageStartingWith("--endpoint-url = " + text);
    }
  }

  @Test
  void stackTracesAreAskedForByOptionOrVariable() {
    assertThat(parse(new TestShell(), "verb --verbose").verbose()).isTrue();
    assertThat(parse(new TestShell().with("PICASSO_DEBUG", "1"), "verb").verbose()).isTrue();
  }

  @Test
  void coloursAreTheTerminals() {
    assertThat(parse(new TestShell(), "verb").style().colours()).isFalse();
    assertThat(parse(new TestShell().on(new Terminal(true, true, 80)), "verb").style().colours())
        .isTrue();
  }
}
