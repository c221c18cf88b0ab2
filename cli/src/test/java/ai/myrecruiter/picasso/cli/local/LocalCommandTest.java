package ai.myrecruiter.picasso.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class LocalCommandTest {
  @Test
  void refusesPortsAndRatesThatCannotBe() {
    assertThat(CommandRun.of(new TestShell(), "local", "--sfn-port", "65536").err())
        .contains("--sfn-port = 65536: must be a port, 0 to 65535");
    assertThat(CommandRun.of(new TestShell(), "local", "--dynamodb-port", "-1").exit())
        .isEqualTo(2);
    assertThat(CommandRun.of(new TestShell(), "local", "--lambda-port", "65536").err())
        .contains("--lambda-port = 65536: must be a port, 0 to 65535");
    assertThat(CommandRun.of(new TestShell(), "local", "--traffic", "1000").err())
        .contains("--traffic = 1000: must be 0 to 200");
    assertThat(CommandRun.of(new TestShell(), "local", "--function-url-port", "x").exit())
        .isEqualTo(2);
  }

  @Test
  void aPortOfLambdaThatIsTakenIsAFailureToo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var run =
          CommandRun.of(
              new TestShell(),
              "local",
              "--function-url-port",
              "0",
              "--page-port",
              "0",
              "--aws-port",
              "0",
              "--sfn-port",
              "0",
              "--dynamodb-port",
              "0",
              "--lambda-port",
              port);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .contains("Lambda cannot be served on port " + port)
          .contains("another port");
    }
  }

  @Test
  void aPortThatIsTakenIsAFailureThatNamesTheOption() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var run =
          CommandRun.of(
              new TestShell(),
              "local",
              "--function-url-port",
              "0",
              "--page-port",
              "0",
              "--aws-port",
              "0",
              "--sfn-port",
              "0",
              "--lambda-port",
              "0",
              "--dynamodb-port",
              Integer.toString(taken.getLocalPort()));

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .contains("The local stage cannot start")
          .contains(Integer.toString(taken.getLocalPort()))
          .contains("another port");
    }
  }

  @Test
  void aPortOfThePageThatIsTakenIsNamedToo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var run = CommandRun.of(new TestShell(), "local", "--page-port", port);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .contains("The chat page cannot be served on port " + port)
          .contains("another port");
    }
  }
}
