package ai.myrecruiter.picasso.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Handlers;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.tasks.rollout.AcquireLease;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real machine and the real task that takes the lease; what comes after is a test's own. */
final class StartTest {
  private static final VersionNumber OLD = new VersionNumber(2);
  private static final VersionNumber NEW = new VersionNumber(3);
  private final Backend backend = Backend.start();
  @TempDir Path folder;

  @BeforeEach
  void deploy() throws IOException {
    Files.writeString(folder.resolve("plan.json"), Contracts.write(Records.PLAN));
    backend
        .function("acquire-lease", Handlers.of(new AcquireLease(backend.ports())))
        .function(
            "run-preflight", step((rollout, now) -> rollout.preflighting(now).publishing(OLD, now)))
        .function("publish-version", step((rollout, now) -> rollout.published(NEW, now)))
        .function("close-rollout", input -> input)
        .machine("picasso-staging-health-validation", Machines.waiting())
        .machine("picasso-staging-rollback", Machines.waiting())
        .machine("picasso-staging-rollout", Machines.rollout());
  }

  @AfterEach
  void close() {
    backend.close();
  }

  /** A task that moves the record on and hands its input on. */
  private java.util.function.UnaryOperator<String> step(
      BiFunction<Rollout, Instant, Rollout> change) {
    return input -> {
      var turn = Contracts.read(input, Turn.class);
      change(turn.run().rolloutId(), change);
      return Contracts.write(new Turn(turn.run().of(NEW), turn.next()));
    };
  }

  private CommandRun start(TestShell shell, String... more) {
    var arguments = new String[4 + more.length];
    arguments[0] = "rollout";
    arguments[1] = "start";
    arguments[2] = "--plan";
    arguments[3] = folder.resolve("plan.json").toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(shell, arguments);
  }

  private long executions() {
    return backend
        .sfn()
        .listExecutions(list -> list.stateMachineArn(Backend.arn("picasso-staging-rollout")))
        .executions()
        .size();
  }

  @Test
  void returnsWhenTheVersionIsPublished() {
    var run = start(new TestShell());

    assertThat(run.err()).contains("Accepted. Follow it with: picasso rollout watch 2");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("new: version 3");
    var rollout = backend.rollouts().list(Environment.STAGING).getFirst();
    assertThat(rollout.request().function()).isEqualTo("picasso-staging-chat");
    assertThat(rollout.request().startedBy()).isEqualTo("mia");
    assertThat(rollout.request().planDigest()).isEqualTo(Records.PLAN.digest());
    assertThat(rollout.executionArn()).endsWith(":" + rollout.id());
  }

  @Test
  void givesTheRecordAsData() {
    var run = start(new TestShell(), "-o", "json", "--by", "noah", "--alias", "canary");

    assertThat(run.json().path("startedBy").asText()).isEqualTo("noah");
    assertThat(run.json().path("alias").asText()).isEqualTo("canary");
    assertThat(run.json().path("candidate").asText()).isEqualTo("3");
  }

  @Test
  void exitsThreeNamingTheOwnerWhenTheEnvironmentIsOwned() {
    backend.held(backend.having(Records.observing()));

    var run = start(new TestShell());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("staging is owned by rollout " + Records.ID + " of mia since")
        .contains("picasso rollout abort " + Records.ID);
  }

  @Test
  void exitsTwoWhenSomethingThatWasNamedDoesNotExist() {
    backend.function(
        "run-preflight",
        input -> {
          throw new InvalidInput(
              "$.function", "picasso-staging-chat", "must exist", "see the list");
        });

    var run = start(new TestShell());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("picasso: $.function = picasso-staging-chat: must exist; see the list\n");
  }

  @Test
  void exitsOneWhenATaskFails() {
    backend.function(
        "run-preflight",
        input -> {
          throw new IllegalStateException("boom");
        });

    var run = start(new TestShell());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("FAILED IllegalStateException").contains("boom");
  }

  @Test
  void exitsFourWhenItIsNotAcceptedInTime() {
    var never = new CountDownLatch(1);
    backend.function(
        "run-preflight",
        input -> {
          try {
            never.await();
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
          return input;
        });

    var run = start(new TestShell(), "--timeout", "1s");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("is ACCEPTED after 1s (--timeout) and goes on");
    never.countDown();
  }

  @Test
  void followsToTheEndAndExitsThreeWhenRolledBack() {
    backend.function("publish-version", input -> goingBackSoon(input));

    var run = start(new TestShell(), "--wait", "-o", "json");

    assertThat(run.err()).contains("was rolled back, decided by alarm. Alarm went off.");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.json().at("/outcome/decidedBy").asText()).isEqualTo("ALARM");
  }

  @Test
  void anAlarmThatRingsAsItStartsIsWhatThePersonSees() {
    backend.function("run-preflight", input -> takenOver(input));

    var run = start(new TestShell());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("was rolled back, decided by alarm. Alarm went off.")
        .doesNotContain("Accepted", "token");
    assertThat(run.out()).contains("Rolling back, triggered by picasso-staging-chat-errors");
  }

  @Test
  void anAlarmThatRingsAsItStartsIsInTheDataToo() {
    backend.function("run-preflight", input -> takenOver(input));

    var run = start(new TestShell(), "-o", "json");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.json().path("status").asText()).isEqualTo("ROLLED_BACK");
    assertThat(run.json().at("/outcome/sentence").asText()).isEqualTo("Alarm went off.");
  }

  /** An alarm has taken the environment over before preflight looks at the lease. */
  private String takenOver(String input) {
    var id = Contracts.read(input, Turn.class).run().rolloutId();
    change(
        id,
        (rollout, now) ->
            rollout.rollingBack(9, "Rolling back, triggered by picasso-staging-chat-errors.", now));
    Thread.ofVirtual()
        .start(() -> {
          sleep();
          change(id, (rollout, now) -> rollout.rolledBack(rolledBack(now), now));
        });
    backend.leases().read(Environment.STAGING).orElseThrow().check(99);
    return input;
  }

  /** Publishes, and has an alarm take the rollout over a moment later. */
  private String goingBackSoon(String input) {
    var id = Contracts.read(input, Turn.class).run().rolloutId();
    Thread.ofVirtual()
        .start(() -> {
          sleep();
          change(id, (rollout, now) -> rollout.rollingBack(9, "alarm", now));
          sleep();
          change(id, (rollout, now) -> rollout.rolledBack(rolledBack(now), now));
        });
    return step((rollout, now) -> rollout.published(NEW, now)).apply(input);
  }

  private static void sleep() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void change(RolloutId id, BiFunction<Rollout, Instant, Rollout> change) {
    var now = Instant.now();
    backend.rollouts().change(Environment.STAGING, id, now, r -> change.apply(r, now));
  }

  private static Outcome rolledBack(Instant now) {
    return new Outcome(
        Ending.ROLLED_BACK,
        DecidedBy.ALARM,
        "Alarm went off.",
        BadRequests.NONE,
        Optional.empty(),
        now);
  }

  @Test
  void aDryRunStartsNothingAndPrintsTheRequest() {
    var run = start(new TestShell(), "--dry-run", "-o", "json", "--version", "7");

    assertThat(run.exit()).isZero();
    var request = Contracts.read(run.out(), StartRollout.class);
    assertThat(request.version()).contains(new VersionNumber(7));
    assertThat(run.err()).contains("Nothing was started");
    assertThat(executions()).isZero();
    assertThat(backend.leases().read(Environment.STAGING)).isEmpty();
  }

  @Test
  void aDryRunSeesThatTheEnvironmentIsOwned() {
    backend.held(backend.having(Records.observing()));

    var run = start(new TestShell(), "--dry-run");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("owned by rollout " + Records.ID);
    assertThat(backend.leases().read(Environment.STAGING).map(Lease::token)).contains(4L);
  }

  @Test
  void anEnvironmentWithoutTheMachineIsUsage() {
    var run = start(new TestShell(), "--env", "production", "--yes");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("--env = production: must be deployed")
        .contains("picasso-production-rollout");
  }

  @Test
  void asksBeforeProductionAndTakesNoForNo() {
    var run =
        start(
            new TestShell().on(new Terminal(true, false, 80)).typing("n\n"), "--env", "production");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Go ahead in production? [y/N]").contains("Nothing was changed");
  }

  @Test
  void refusesProductionWithoutATerminalAndWithoutYes() {
    var run = start(new TestShell(), "--env", "production");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--yes = not given").contains("add --yes");
  }

  @Test
  void aBadPlanChangesNothingAndNamesEveryFinding() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        Contracts.write(Records.PLAN).replace("\"first\"", "\"First!\"").replace("50", "500"));

    var run = start(new TestShell());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("$.stages[0].name = First!")
        .contains("$.stages[1].weight = 500");
    assertThat(executions()).isZero();
  }

  @Test
  void refusesOptionsThatCannotBe() {
    assertThat(start(new TestShell(), "--version", "$LATEST").err())
        .contains("--version = $LATEST: must be the number of a published version");
    assertThat(start(new TestShell(), "--version", "3", "--code-sha256", "abc").err())
        .contains("mutually exclusive");
    assertThat(start(new TestShell(), "--function", "a:b").err()).contains("function = a:b");
    assertThat(start(new TestShell(), "--alias", "7").err()).contains("alias = 7");
    assertThat(start(new TestShell(), "--timeout", "x").exit()).isEqualTo(2);
    assertThat(CommandRun.of(new TestShell(), "rollout", "start").err()).contains("--plan");
    assertThat(executions()).isZero();
  }

  @Test
  void twoStartsAtOnceHaveOneWinner() throws InterruptedException {
    var both = new CommandRun[2];
    var threads = new Thread[2];
    for (var i = 0; i < 2; i++) {
      var index = i;
      threads[i] =
          Thread.ofPlatform()
              .start(() ->
                  both[index] = start(new TestShell().seeded(index), "--by", "person " + index));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(both).extracting(CommandRun::exit).containsExactlyInAnyOrder(0, 3);
    var loser = both[0].exit() == 3 ? 0 : 1;
    assertThat(both[loser].err()).contains("of person " + (1 - loser) + " since");
    assertThat(backend.rollouts().list(Environment.STAGING)).hasSize(1);
  }

  @Test
  void everyStartHasAnIdOfItsOwn() {
    assertThat(start(new TestShell().seeded(1), "--dry-run", "-o", "json").json().path("rolloutId"))
        .isNotEqualTo(
            start(new TestShell().seeded(2), "--dry-run", "-o", "json").json().path("rolloutId"));
  }
}
