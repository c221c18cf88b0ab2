package ai.myrecruiter.picasso.local.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.health.CheckChat;
import ai.myrecruiter.picasso.tasks.health.CheckInfrastructure;
import ai.myrecruiter.picasso.tasks.health.HealthTarget;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthChecksTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static HealthTarget target(String alias, String qualifier) {
    return new HealthTarget(TaskBench.STAGING, TestLambda.CHAT, alias, qualifier);
  }

  private CheckResult chat(String qualifier) {
    return bench.run(new CheckChat(bench.ports()), target("live", qualifier), CheckResult.class);
  }

  private CheckResult infrastructure(String alias, String qualifier) {
    return bench.run(
        new CheckInfrastructure(bench.ports()), target(alias, qualifier), CheckResult.class);
  }

  private void faults(String version, VersionFaults faults) {
    bench.stage.loop.call(() -> {
      bench.stage.service.faults().set(TestLambda.CHAT, version, faults);
      return true;
    });
  }

  @Test
  void passesAVersionThatAnswersHealthCheckAndChat() {
    var result = chat("2");
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.sentence())
        .isEqualTo("picasso-staging-chat:2 answers health check and chat.");
    assertThat(bench.lambda.count("invoke")).isEqualTo(2);
  }

  @Test
  void failsAVersionThatNeverAnswersAfterThreeAttempts() {
    faults("2", VersionFaults.NONE.withErrorRate(1));
    var result = chat("2");
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.sentence()).contains("no good answer to the health check in 3 attempts");
    assertThat(bench.lambda.count("invoke")).isEqualTo(3);
  }

  @Test
  void forgivesOneBadAnswer() {
    faults("2", VersionFaults.NONE.withErrorRate(1));
    bench.lambda.after("invoke", () -> faults("2", VersionFaults.NONE));
    assertThat(chat("2").verdict()).isEqualTo(Verdict.PASS);
    assertThat(bench.lambda.count("invoke")).isEqualTo(3);
  }

  /** A version without concurrency was not asked: that is no verdict, the machine tries again. */
  @Test
  void aThrottleIsNoVerdict() {
    bench.stage.loop.call(() -> {
      bench.stage.service.reserveConcurrency(TestLambda.CHAT, OptionalInt.of(0));
      return true;
    });
    assertThatThrownBy(() -> chat("2")).isInstanceOf(TransientFailure.class);
  }

  @Test
  void aLostConnectionIsNoVerdict() {
    bench.lambda.loseAnswerOf("invoke");
    assertThatThrownBy(() -> chat("2"))
        .isInstanceOf(TransientFailure.class)
        .hasMessageContaining("CheckChat: The connection was reset.");
    assertThat(chat("2").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void passesAFunctionThatIsThereAndNamesTheVersionOfTheAlias() {
    bench.moveAlias("3", Map.of(), "");
    var result = infrastructure("live", "2");
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.sentence())
        .isEqualTo("picasso-staging-chat:2 can serve; the alias names version 3.");
  }

  @Test
  void failsWhatDoesNotExistNamingIt() {
    var version = infrastructure("live", "99");
    assertThat(version.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(version.sentence())
        .isEqualTo("picasso-staging-chat:99 or alias live does not exist.");
    assertThat(infrastructure("canary", "2").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void logsNothingOfWhatIsSaid() {
    chat("2");
    assertThat(bench.logs)
        .containsExactly(
            "{\"code\":\"\",\"outcome\":\"done\",\"requestId\":\"request-1\",\"task\":\"CheckChat\"}");
  }
}
