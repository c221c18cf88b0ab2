package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.PLAN;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.PreflightRefused;
import ai.myrecruiter.picasso.tasks.rollout.PublishVersion;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PublishVersionTest {
  private static final NextStep NEXT = new NextStep(Step.PUBLISH, 0, 0, 0, "Preflight passed");
  private static final VersionNumber FIVE = new VersionNumber(5);
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Run owned(Optional<String> codeSha256, Optional<VersionNumber> version) {
    return owned(codeSha256, version, ONE);
  }

  private Run owned(
      Optional<String> codeSha256, Optional<VersionNumber> version, VersionNumber stable) {
    var request =
        new StartRollout(
            STAGING,
            ID,
            TestLambda.CHAT,
            "live",
            codeSha256,
            version,
            PLAN,
            PLAN.digest(),
            "alice");
    var now = bench.now();
    return bench.owned(request, rollout -> rollout.preflighting(now).publishing(stable, now));
  }

  private Turn publish(Run run) {
    return bench.run(new PublishVersion(bench.ports()), new Turn(run, NEXT), Turn.class);
  }

  /** Code or settings that no version has yet. */
  private void change() {
    var service = bench.stage.service;
    bench.stage.loop.call(() -> {
      service.updateSettings(
          service.settings(TestLambda.CHAT).withEnvironment(Map.of("RELEASE", "next")));
      return true;
    });
  }

  @Test
  void publishesWhatTheFunctionHolds() {
    change();
    var turn = publish(owned(Optional.empty(), Optional.empty()));
    assertThat(turn.run().candidate()).contains(FIVE);
    assertThat(turn.next().step()).isEqualTo(Step.SHIFT);
    assertThat(turn.next().sentence()).isEqualTo("Version 5 is the candidate");
    assertThat(bench.rollout().candidate()).contains(FIVE);
  }

  @Test
  void publishesOnceWhenItRunsTwice() {
    change();
    var run = owned(Optional.empty(), Optional.empty());
    var first = publish(run);
    assertThat(publish(run)).isEqualTo(first);
    assertThat(bench.lambda.count("publishVersion")).isEqualTo(1);
  }

  @Test
  void publishesOneVersionWhenTheAnswerWasLost() {
    change();
    var run = owned(Optional.empty(), Optional.empty());
    bench.lambda.loseAnswerOf("publishVersion");
    assertThatThrownBy(() -> publish(run)).isInstanceOf(TransientFailure.class);
    assertThat(bench.rollout().candidate()).isEmpty();
    assertThat(publish(run).run().candidate()).contains(FIVE);
    var versions =
        bench.stage.client.listVersionsByFunction(list -> list.functionName(TestLambda.CHAT));
    assertThat(versions.versions()).hasSize(6);
  }

  @Test
  void takesTheVersionThatWasAskedFor() {
    var turn = publish(owned(Optional.empty(), Optional.of(TWO)));
    assertThat(turn.run().candidate()).contains(TWO);
    assertThat(bench.lambda.count("publishVersion")).isZero();
  }

  @Test
  void refusesCodeThatIsLive() {
    assertThatThrownBy(
            () -> publish(owned(Optional.empty(), Optional.empty(), new VersionNumber(4))))
        .isInstanceOf(PreflightRefused.class)
        .hasMessageContainingAll(
            "$.function = picasso-staging-chat version 4",
            "must have code that is not live already",
            "update the function's code first, or name a version");
    assertThat(bench.rollout().candidate()).isEmpty();
  }

  @Test
  void refusesOtherCodeThanTheOneThatWasReviewed() {
    change();
    var digest = "A".repeat(43) + "=";
    assertThatThrownBy(() -> publish(owned(Optional.of(digest), Optional.empty())))
        .isInstanceOf(PreflightRefused.class)
        .hasMessageContainingAll(
            "$.codeSha256 = " + digest, "must be the digest of the function's code", "start again");
    assertThat(bench.rollout().candidate()).isEmpty();
  }

  @Test
  void publishesTheCodeThatWasReviewed() {
    change();
    var digest =
        bench
            .stage
            .client
            .getFunctionConfiguration(get -> get.functionName(TestLambda.CHAT))
            .codeSha256();
    assertThat(publish(owned(Optional.of(digest), Optional.empty())).run().candidate())
        .contains(FIVE);
  }

  @Test
  void isTriedAgainWhenTheVersionCannotBeRead() {
    var run = owned(Optional.empty(), Optional.of(TWO));
    bench.lambda.refuse("getFunctionConfiguration");
    assertThatThrownBy(() -> publish(run)).isInstanceOf(TransientFailure.class);
    assertThat(bench.rollout().candidate()).isEmpty();
    assertThat(publish(run).run().candidate()).contains(TWO);
  }
}
