package ai.myrecruiter.picasso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.output.Terminal;
import org.junit.jupiter.api.Test;

final class PicassoTest {
  @Test
  void withoutACommandSaysThatOneIsMissing() {
    var run = CommandRun.of(new TestShell());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Missing required subcommand").contains("picasso --help");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    var run = CommandRun.of(new TestShell(), "rollout", "statu");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'statu'").contains("rollout status");
  }

  @Test
  void refusesAnUnknownOptionAndNamesTheHelpOfThatCommand() {
    var run = CommandRun.of(new TestShell(), "rollout", "list", "--colour");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--colour");
  }

  @Test
  void refusesAnUnknownFormNamingTheKnownOnes() {
    var run = CommandRun.of(new TestShell(), "rollout", "list", "-o", "xml");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .containsIgnoringCase("[table, json]")
        .contains("'xml'")
        .contains("picasso rollout list --help");
  }

  @Test
  void refusesAnUnknownEnvironmentWithValueRuleAndFix() {
    var run = CommandRun.of(new TestShell(), "rollout", "list", "--env", "prod");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "picasso: --env = prod: must be staging or production; use one of them, lower case\n");
  }

  @Test
  void namesTheVariableWhenTheUnknownEnvironmentCameFromIt() {
    var run = CommandRun.of(new TestShell().with("PICASSO_ENV", "prod"), "rollout", "list");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("PICASSO_ENV = prod");
  }

  @Test
  void refusesAnEndpointThatIsNoUrl() {
    var run = CommandRun.of(new TestShell(), "rollout", "list", "--endpoint-url", "localhost");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--endpoint-url = localhost: must begin with http://");
  }

  @Test
  void printsItsVersion() {
    var run = CommandRun.of(new TestShell(), "--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("picasso ").doesNotContain("unknown");
  }

  @Test
  void helpOfEveryCommandGoesToStandardOutput() {
    for (var command : new String[] {"plan validate", "rollout start", "rollout approve"}) {
      var run = CommandRun.of(new TestShell(), (command + " --help").split(" ", -1));

      assertThat(run.exit()).isZero();
      assertThat(run.out()).startsWith("Usage: picasso " + command);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(CommandRun.of(new TestShell(), "--help").out())
        .contains("Exit codes:")
        .contains("3   refused")
        .contains("4   not over within --timeout");
  }

  @Test
  void colourFollowsTheTerminal() {
    var dull = CommandRun.of(new TestShell(), "--help");
    var coloured = CommandRun.of(new TestShell().on(new Terminal(true, true, 80)), "--help");

    assertThat(dull.out()).doesNotContain("\u001b[");
    assertThat(coloured.out()).contains("\u001b[");
  }

  @Test
  void generatesACompletionScriptWithEveryCommand() {
    var run = CommandRun.of(new TestShell(), "generate-completion");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_picasso")
        .contains("_picocli_picasso_rollout_approve");
  }
}
