package ai.myrecruiter.picasso.local.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.containment.ShutStreaming;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShutStreamingTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private ShutStreaming.Shut shut(String function) {
    var trigger =
        new RollbackTrigger.Alarm("picasso-staging-jwt-bypass", "1 in 10 s", Optional.empty());
    var breach = new ShutStreaming.Breach(TaskBench.STAGING, function, trigger);
    return bench.run(new ShutStreaming(bench.ports()), breach, ShutStreaming.Shut.class);
  }

  private Integer reserved() {
    return bench
        .ports()
        .lambda()
        .getFunctionConcurrency(get -> get.functionName(TestLambda.CHAT))
        .reservedConcurrentExecutions();
  }

  @Test
  void letsNobodyStartAnotherInvocation() {
    assertThat(reserved()).isNull();
    var shut = shut(TestLambda.CHAT);
    assertThat(reserved()).isZero();
    assertThat(shut.function()).isEqualTo(TestLambda.CHAT);
    assertThat(shut.sentence()).isEqualTo("Alarm picasso-staging-jwt-bypass went off: 1 in 10 s");
  }

  @Test
  void doesTheSameTwice() {
    shut(TestLambda.CHAT);
    shut(TestLambda.CHAT);
    assertThat(reserved()).isZero();
  }

  @Test
  void isTriedAgainWhenTheServiceRefuses() {
    assertThatThrownBy(() -> shut("nobody")).isInstanceOf(TransientFailure.class);
  }
}
