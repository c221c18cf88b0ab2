package ai.myrecruiter.picasso.cli.rollout;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestClock;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.output.Terminal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchTest {
  private static final String ENDS_AT_ONCE =
      """
      {"StartAt":"End","States":{"End":{"Type":"Fail","Error":"TakenOver","Cause":"somebody stopped it"}}}
      """;
  private static final String WAITS =
      """
      {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}
      """;

  private final Backend backend = Backend.start();
  private final TestClock clock = new TestClock(at(30));

  @AfterEach
  void close() {
    backend.close();
  }

  private void execution(String definition) {
    backend.machine("picasso-staging-rollout", definition);
    backend
        .sfn()
        .startExecution(start ->
            start
                .stateMachineArn(Backend.arn("picasso-staging-rollout"))
                .name(Records.ID.value())
                .input("{}"));
  }

  /** Lets one thing happen at each pause: a rollback, step by step. */
  private void rollsBackWhileWatched() {
    var step = new AtomicInteger();
    clock.eachPause(() ->
        backend.change(rollout ->
            switch (step.incrementAndGet()) {
              case 1 -> Records.rollingBack();
              case 2 -> rollout.noted("almost there", at(9));
              default -> Records.rolledBack();
            }));
  }

  private CommandRun watch(TestShell shell, String... more) {
    var arguments = new String[2 + more.length];
    arguments[0] = "rollout";
    arguments[1] = "watch";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandRun.of(shell.at(clock), arguments);
  }

  @Test
  void printsALineForEachChangeAndExitsThreeWhenRolledBack() {
    backend.having(Records.observing());
    execution(WAITS);
    rollsBackWhileWatched();

    var run = watch(new TestShell());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out().lines()).doesNotHaveDuplicates();
    assertThat(run.out()).contains("08:00:08  ROLLING_BACK").contains("almost there");
    assertThat(run.out().lines().toList().getLast()).startsWith("08:00:10  ROLLED_BACK");
    assertThat(run.err()).contains("was rolled back, decided by judge. All traffic on version 2");
  }

  @Test
  void givesADocumentForEachChangeAsData() {
    backend.having(Records.observing());
    execution(WAITS);
    rollsBackWhileWatched();

    var run = watch(new TestShell(), "-o", "json");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.jsonLines().stream().map(json -> json.path("status").asText()))
        .containsExactly("OBSERVING", "ROLLING_BACK", "ROLLING_BACK", "ROLLED_BACK");
  }

  @Test
  void drawsInPlaceOnATerminal() {
    backend.having(Records.observing());
    execution(WAITS);
    rollsBackWhileWatched();

    var run = watch(new TestShell().on(new Terminal(true, false, 80)));

    assertThat(run.out()).contains("\u001b[J").contains("watching first").contains("rolled back:");
    assertThat(run.out().split("\u001b\\[J", -1)).hasSize(4);
  }

  @Test
  void exitsZeroWhenPromoted() {
    backend.having(Records.completed());
    execution(WAITS);

    assertThat(watch(new TestShell()).exit()).isZero();
  }

  @Test
  void endsWhenNobodyReadsAnyMore() {
    backend.having(Records.observing());
    execution(WAITS);

    var run = watch(new TestShell().whoseReaderHasGone());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("Standard output was closed. The rollout goes on.");
  }

  @Test
  void exitsFourWhenTheTimeIsOver() {
    backend.having(Records.observing());
    execution(WAITS);

    var run = watch(new TestShell(), "--timeout", "5s");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .contains("is OBSERVING after 5s (--timeout) and goes on")
        .contains("picasso rollout watch " + Records.ID);
  }

  @Test
  void waitsForTheWatchdogWhenAnExecutionEndsBeforeItsRecord() {
    backend.having(Records.observing());
    execution(ENDS_AT_ONCE);
    rollsBackWhileWatched();

    assertThat(watch(new TestShell()).exit()).isEqualTo(3);
  }

  @Test
  void failsWhenTheRecordNeverFollowsTheExecution() {
    backend.having(Records.observing());
    execution(ENDS_AT_ONCE);

    var run = watch(new TestShell());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("FAILED TakenOver")
        .contains("its record is OBSERVING")
        .contains("picasso rollout abort " + Records.ID);
  }

  @Test
  void watchesARecordWhoseExecutionTheServiceHasForgotten() {
    backend.having(Records.completed());
    backend.machine("picasso-staging-rollout", WAITS);

    assertThat(watch(new TestShell()).exit()).isZero();
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThat(watch(new TestShell(), "--timeout", "soon").err()).contains("--timeout = soon");
  }
}
