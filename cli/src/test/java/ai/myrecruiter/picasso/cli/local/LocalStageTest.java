package ai.myrecruiter.picasso.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** {@code picasso local} in one thread, other commands beside it, as from another terminal. */
final class LocalStageTest {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "AWS_ENDPOINT_URL_SFN", "aws.endpointUrlSfn",
          "AWS_ENDPOINT_URL_LAMBDA", "aws.endpointUrlLambda",
          "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb",
          "AWS_REGION", "aws.region",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");
  private static final String PLAN =
      """
      name: quick
      stages:
        - {name: tenth, weight: 10, duration: 2s, look: 1s, onInconclusive: pass}
        - {name: half, weight: 50, duration: 2s, look: 1s, onInconclusive: pass, approval: {}}
      bake: {holdback: 10, duration: 1s, look: 1s, onInconclusive: pass}
      alarms: [cross-tenant-attempts]
      """;

  @TempDir Path folder;
  private final TestShell shell = new TestShell();
  private final List<Integer> exit = new ArrayList<>();
  private int commands;
  private Thread stage = Thread.currentThread();

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("plan.yaml"), PLAN);
    stage =
        Thread.ofPlatform()
            .start(() ->
                exit.add(
                    CommandRun.of(
                            shell,
                            "local",
                            "-o",
                            "json",
                            "--aws-port",
                            "0",
                            "--page-port",
                            "0",
                            "--sfn-port",
                            "0",
                            "--lambda-port",
                            "0",
                            "--dynamodb-port",
                            "0",
                            "--traffic",
                            "40")
                        .exit()));
    waitUntil(() -> shell.err().contains("Release 2 waits"));
    endpoints()
        .path("variables")
        .properties()
        .forEach(variable -> {
          var property = PROPERTIES.get(variable.getKey());
          if (property != null) {
            System.setProperty(property, variable.getValue().asText());
          }
        });
  }

  @AfterEach
  void close() throws InterruptedException {
    stage.interrupt();
    stage.join(Duration.ofSeconds(20));
    PROPERTIES.values().forEach(System::clearProperty);
    assertThat(exit).containsExactly(0);
    assertThat(shell.err()).doesNotContain("defect of the stage");
  }

  private JsonNode endpoints() {
    return Contracts.tree(shell.out());
  }

  private static void waitUntil(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    for (var i = 0; !condition.getAsBoolean(); i++) {
      assertThat(i).as("tenths of a second").isLessThan(600);
      Thread.sleep(100);
    }
  }

  private CommandRun picasso(String... arguments) {
    return CommandRun.of(new TestShell().seeded(++commands), arguments);
  }

  private CommandRun start(String... more) {
    var arguments = new ArrayList<>(List.of("rollout", "start", "--plan"));
    arguments.add(folder.resolve("plan.yaml").toString());
    arguments.addAll(List.of(more));
    return picasso(arguments.toArray(new String[0]));
  }

  private String status(String id) {
    return picasso("rollout", "status", id, "-o", "json").json().path("status").asText();
  }

  @Test
  void aReleaseIsStartedApprovedAndPromotedFromAnotherTerminal() throws InterruptedException {
    var started = start("-o", "json");
    assertThat(started.err()).contains("Accepted.");
    var id = started.json().path("id").asText();
    waitUntil(() -> status(id).equals("AWAITING_APPROVAL"));

    var approved = picasso("rollout", "approve", id, "--by", "noah");
    var watched = picasso("rollout", "watch", id);

    assertThat(approved.exit()).isZero();
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("COMPLETED").contains("noah approved half");
    assertThat(picasso("rollout", "list", "-o", "json").json()).hasSize(1);
    waitUntil(() -> shell.err().contains("Release 3 waits"));
  }

  @Test
  void aSecondStartIsRefusedAndAnAbortBringsTheOldVersionBack() {
    var id = start("-o", "json").json().path("id").asText();

    var second = start();
    var aborted = picasso("rollout", "abort", id, "--by", "noah", "--wait", "-o", "json");
    var again = picasso("rollout", "abort", id, "--by", "noah");

    assertThat(second.exit()).isEqualTo(3);
    assertThat(second.err()).contains("staging is owned by rollout " + id);
    assertThat(aborted.err()).contains("Rolling back");
    assertThat(aborted.exit()).isZero();
    assertThat(aborted.json().path("status").asText()).isEqualTo("ROLLED_BACK");
    assertThat(aborted.json().at("/outcome/decidedBy").asText()).isEqualTo("PERSON");
    assertThat(again.exit()).isEqualTo(3);
  }

  @Test
  void functionsAreReachedFromAnotherTerminalToo() {
    try (var lambda = LambdaClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      var live = lambda.getAlias(get -> get.functionName("picasso-staging-chat").name("live"));
      assertThat(live.functionVersion()).isEqualTo("1");
      assertThat(
              lambda
                  .invoke(invoke ->
                      invoke
                          .functionName(live.aliasArn())
                          .payload(SdkBytes.fromUtf8String("{\"action\":\"health_check\"}")))
                  .executedVersion())
          .isEqualTo("1");
    }
  }

  @Test
  void whatDoesNotExistIsBadInputAndChangesNothing() {
    assertThat(start("--function", "nothing-here").exit()).isEqualTo(2);
    assertThat(start("--version", "77").exit()).isEqualTo(2);
    assertThat(start("--alias", "nowhere").exit()).isEqualTo(2);
    assertThat(start("--version", "1").exit()).isEqualTo(3);
    assertThat(start("--code-sha256", "bm90IHRoZSBjb2Rl").exit()).isEqualTo(3);
    assertThat(start("--env", "production", "--yes").exit()).isEqualTo(2);
    assertThat(picasso("rollout", "list", "-o", "json").json())
        .allMatch(rollout -> rollout.path("status").asText().equals("REFUSED"));
  }
}
