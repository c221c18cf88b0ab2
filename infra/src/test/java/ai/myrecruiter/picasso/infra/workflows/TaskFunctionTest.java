package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TaskFunctionTest {
  private final TaskFunction task = TaskFunction.of("rollout", "AcquireLease", 30);

  @Test
  void isNamedAfterItsClass() {
    assertThat(task.kebabName()).isEqualTo("acquire-lease");
    assertThat(task.substitution()).isEqualTo("AcquireLeaseFunctionArn");
    assertThat(task.handler())
        .isEqualTo("ai.myrecruiter.picasso.tasks.rollout.AcquireLease::handleRequest");
  }

  @Test
  void readsTheVariablesThatBelongToItsAccess() {
    var watchdog =
        TaskFunction.of(
            "watchdog", "Watch", 30, Access.READ_LEASE, Access.HOLD_LEASE, Access.START_ROLLBACK);
    assertThat(watchdog.variables())
        .containsExactly("PICASSO_LEASES_TABLE", "PICASSO_ROLLBACK_STATE_MACHINE_ARN");
    assertThat(task.variables()).isEmpty();
  }
}
