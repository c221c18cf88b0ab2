package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.local.lambda.ProcessExit;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process of a command ends just before one of its calls, whichever: run again, it comes to the
 * end that it would have come to. The suite takes some of the calls, by a seed; all of them by
 * {@code tests/faults.sh CommandFaultsTest}, others by {@code -Dpicasso.slice.seed=N}.
 */
final class CommandFaultsTest {
  private static final String STACK = "picasso-staging-observability";
  private static final long SEED = Long.getLong("picasso.slice.seed", 20_261_130L);
  private static final int SLICE = 6;

  @TempDir static Path folder;

  @BeforeAll
  static void edit() {
    EditedAssembly.in(folder.resolve("changed"))
        .with(STACK, "AWS::CloudWatch::Alarm", "ChatErrors", "AlarmDescription", "changed");
  }

  static IntStream callsOfAFirstDeployment() {
    try (var staged = StagedCommands.empty(Environment.STAGING)) {
      return some(staged, "deploy", "--yes");
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfAFirstDeployment")
  void aFirstDeploymentIsGoneOnWith(int call) {
    try (var staged = StagedCommands.empty(Environment.STAGING)) {
      endProcess(staged, call, "deploy", "--yes");
      putKeyRings(staged);
      assertEndsWell(staged, "deploy", "--yes");
      assertThat(staged.records())
          .hasSize(6)
          .extracting(Deployment::status)
          .containsOnly(DeploymentStatus.COMPLETED);
    }
  }

  static IntStream callsOfAChange() {
    try (var staged = deployed()) {
      return some(staged, change());
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfAChange")
  void aChangeIsGoneOnWith(int call) {
    try (var staged = deployed()) {
      endProcess(staged, call, change());
      staged.lookedForDrift();
      assertEndsWell(staged, change());
      assertThat(staged.records())
          .isNotEmpty()
          .extracting(Deployment::status)
          .containsOnly(DeploymentStatus.COMPLETED);
    }
  }

  static IntStream callsOfATeardown() {
    try (var staged = deployed()) {
      return some(staged, "teardown", "--confirm", "staging");
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfATeardown")
  void aTeardownIsGoneOnWith(int call) {
    try (var staged = deployed()) {
      endProcess(staged, call, "teardown", "--confirm", "staging");
      assertEndsWell(staged, "teardown", "--confirm", "staging");
      assertThat(staged.status("data")).isEmpty();
      assertThat(staged.status("payload")).isEmpty();
    }
  }

  static IntStream callsOfASeed() {
    try (var staged = StagedCommands.deployed(Environment.STAGING)) {
      return some(staged, "deploy", "seed");
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfASeed")
  void aSeedIsGoneOnWith(int call) {
    try (var staged = StagedCommands.deployed(Environment.STAGING)) {
      endProcess(staged, call, "deploy", "seed");
      assertEndsWell(staged, "deploy", "seed");
      var again = assertEndsWell(staged, "deploy", "seed", "-o", "json");
      assertThat(again.json().path("newKeys").asBoolean(true)).isFalse();
    }
  }

  private static StagedCommands deployed() {
    return StagedCommands.deployed(Environment.STAGING).withKeyRings().lookedForDrift();
  }

  private static String[] change() {
    return new String[] {"deploy", "--assembly", folder.resolve("changed").toString()};
  }

  private static IntStream some(StagedCommands staged, String... command) {
    var numbers =
        new ArrayList<>(IntStream.rangeClosed(1, count(staged, command)).boxed().toList());
    if (!Boolean.getBoolean("picasso.all")) {
      Collections.shuffle(numbers, new Random(SEED));
      numbers.subList(SLICE, numbers.size()).clear();
    }
    return numbers.stream().mapToInt(Integer::intValue);
  }

  private static int count(StagedCommands staged, String... command) {
    var account = new MortalAccount(0);
    staged.seeing(account::of);
    assertEndsWell(staged, command);
    return account.made();
  }

  private static void endProcess(StagedCommands staged, int call, String... command) {
    staged.seeing(new MortalAccount(call)::of);
    assertThatThrownBy(() -> staged.run(command)).isInstanceOf(ProcessExit.class);
    staged.seeing(account -> account);
  }

  private static CommandRun assertEndsWell(StagedCommands staged, String... command) {
    var run = staged.run(command);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  /** A deployment of stacks that are all there asks for the values of their secrets. */
  private static void putKeyRings(StagedCommands staged) {
    if (staged.status("data").equals(Optional.of("CREATE_COMPLETE"))) {
      staged.withKeyRings();
    }
  }
}
