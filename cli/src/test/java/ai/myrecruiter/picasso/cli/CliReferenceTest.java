package ai.myrecruiter.picasso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CliReferenceTest {
  @Test
  void theReferenceIsTheOneOfTheseCommands() {
    Golden.check("docs/cli.md", CliReference.of(Picasso.commandLine(new TestShell().shell())));
  }

  @Test
  void everyCommandAndOptionIsDescribed() {
    var text = CliReference.of(Picasso.commandLine(new TestShell().shell()));

    assertThat(text)
        .contains("## picasso rollout approve")
        .contains("--function-url-port")
        .contains("--endpoint-url");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("| `") && line.endsWith("|  |"));
  }
}
