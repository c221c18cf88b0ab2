package ai.myrecruiter.picasso.cli.rollout;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AbortTest {
  private final Backend backend = Backend.start();
  private final List<StartRollback> started = new CopyOnWriteArrayList<>();

  @BeforeEach
  void deploy() {
    backend
        .machine("picasso-staging-rollout", Machines.waiting())
        .machine("picasso-staging-rollback", Machines.calling("rollback"))
        .function(
            "rollback",
            input -> {
              started.add(Contracts.read(input, StartRollback.class));
              backend.change(
                  rollout -> rollout.status().terminal() ? rollout : Records.rolledBack());
              return "{}";
            });
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static CommandRun abort(String... more) {
    var arguments = new String[3 + more.length];
    arguments[0] = "rollout";
    arguments[1] = "abort";
    arguments[2] = Records.ID.value();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(new TestShell(), arguments);
  }

  @Test
  void startsARollbackInEveryStateThatIsNotTheEnd() {
    for (var rollout :
        List.of(
            Records.accepted(),
            Records.published(),
            Records.observing(),
            Records.awaiting("token", at(3625)),
            Records.rollingBack())) {
      try (var other = Backend.start()) {
        other
            .machine("picasso-staging-rollback", Machines.calling("rollback"))
            .function(
                "rollback",
                input -> {
                  started.add(Contracts.read(input, StartRollback.class));
                  return "{}";
                })
            .having(rollout);

        assertThat(abort("--by", "noah").exit()).as(rollout.status().name()).isZero();
      }
    }
    assertThat(started).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void tellsTheRollbackWhatWhoAndWhy() {
    backend.having(Records.observing());

    var run = abort("--by", "noah", "--reason", "wrong build", "--wait");

    assertThat(run.exit()).isZero();
    assertThat(started)
        .containsExactly(
            new StartRollback(
                Records.observing().environment(),
                "picasso-staging-chat",
                "live",
                Optional.of(Records.ID),
                new RollbackTrigger.Person("noah", "wrong build")));
    assertThat(run.err()).contains("Rolling back: arn:aws:states:").contains("abort-" + Records.ID);
    assertThat(run.out()).contains("rolled back: everything on version 2");
  }

  @Test
  void refusesARolloutThatHasEndedSayingHow() {
    for (Rollout ended : List.of(Records.completed(), Records.rolledBack(), Records.refused())) {
      try (var other = Backend.start()) {
        other.having(ended);

        var run = abort("--by", "noah");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("has ended and cannot be aborted").contains("decided by");
      }
    }
  }

  @Test
  void aRollbackThatFailsIsAFailure() {
    backend.having(Records.observing());
    backend.function(
        "rollback",
        input -> {
          throw new IllegalStateException("the alias does not move");
        });

    var run = abort("--wait");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("The rollback did not end well")
        .contains("the alias does not move")
        .contains("Look at the alias now");
  }

  @Test
  void aRolloutThatEndsOtherwiseMeanwhileIsARefusal() {
    backend.having(Records.observing());
    backend.function(
        "rollback",
        input -> {
          backend.change(rollout -> Records.completed());
          return "{}";
        });

    var run = abort("--wait");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("found nothing to do").contains("promoted, decided by judge");
  }

  @Test
  void aSecondAbortIsAnExecutionOfItsOwn() {
    backend.having(Records.observing());
    backend.function("rollback", input -> "{}");

    assertThat(abort().exit()).isZero();
    assertThat(
            CommandRun.of(new TestShell().seeded(99), "rollout", "abort", Records.ID.value())
                .exit())
        .isZero();
    assertThat(
            backend
                .sfn()
                .listExecutions(l -> l.stateMachineArn(Backend.arn("picasso-staging-rollback")))
                .executions())
        .hasSize(2);
  }

  @Test
  void refusesAnUnknownRollout() {
    assertThat(abort().exit()).isEqualTo(2);
    assertThat(started).isEmpty();
  }
}
