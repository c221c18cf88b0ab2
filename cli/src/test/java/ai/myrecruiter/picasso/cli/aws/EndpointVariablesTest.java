package ai.myrecruiter.picasso.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Picasso;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The variables that the local stage prints lead a command in another process to it. */
final class EndpointVariablesTest {
  private static Process picasso(Backend backend, String... arguments) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Picasso.class.getName());
    command.addAll(java.util.List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(backend.variables());
    return builder.start();
  }

  @Test
  void leadACommandInAnotherProcessToTheStage() throws IOException, InterruptedException {
    try (var backend = Backend.start()) {
      backend.having(Records.rolledBack());

      var process = picasso(backend, "rollout", "list", "-o", "json");
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(out).contains(Records.ID.value());
    }
  }

  @Test
  void oneEndpointByOptionServesAllCalls() {
    try (var backend = Backend.start()) {
      backend.having(Records.rolledBack());
      var url = backend.variables().get("AWS_ENDPOINT_URL_DYNAMODB");
      System.clearProperty("aws.endpointUrlDynamoDb");

      var run =
          CommandRun.of(
              new TestShell(),
              "rollout",
              "list",
              "--endpoint-url",
              String.valueOf(url),
              "--region",
              "eu-west-1");

      assertThat(run.out()).contains(Records.ID.value());
    }
  }

  @Test
  void anEndpointThatNobodyServesIsAFailureThatSaysWhatToDo() {
    try (var backend = Backend.start()) {
      assertThat(backend.variables()).isNotEmpty();

      var run =
          CommandRun.of(new TestShell(), "rollout", "list", "--endpoint-url", "http://127.0.0.1:1");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("No answer from the endpoint").contains("picasso local");
    }
  }

  @Test
  void anUnknownProfileIsAFailureThatSaysWhatToDo() {
    try (var backend = Backend.start()) {
      assertThat(backend.variables()).isNotEmpty();

      var run = CommandRun.of(new TestShell(), "rollout", "list", "--profile", "nobody-has-this");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("--profile");
    }
  }
}
