package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is rolled out: a version that exists, or code that is to be published; not both. */
final class ReleaseChoice {
  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Published version to roll out (publish what the function holds).")
  private Optional<String> version = Optional.empty();

  @Option(
      names = "--code-sha256",
      paramLabel = "DIGEST",
      description = "Publish only if the function holds this code, as Lambda names it.")
  private Optional<String> codeSha256 = Optional.empty();

  Optional<VersionNumber> version() {
    return version.map(text -> Options.read("--version", () -> VersionNumber.parse(text)));
  }

  Optional<String> codeSha256() {
    return codeSha256;
  }
}
