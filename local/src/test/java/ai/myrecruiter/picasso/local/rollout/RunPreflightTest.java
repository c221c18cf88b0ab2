package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ALARM;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.PLAN;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.FunctionSettings;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.PreflightRefused;
import ai.myrecruiter.picasso.tasks.rollout.RunPreflight;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunPreflightTest {
  private static final NextStep NEXT = new NextStep(Step.PREFLIGHT, 0, 0, 0, "Lease acquired");
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    assertThat(bench.lambda.count("updateAlias")).as("preflight changes nothing").isZero();
    assertThat(bench.lambda.count("publishVersion")).isZero();
    bench.close();
  }

  private static StartRollout request(String function, String alias, String version) {
    return new StartRollout(
        STAGING,
        ID,
        function,
        alias,
        Optional.empty(),
        Optional.of(VersionNumber.parse(version)),
        PLAN,
        PLAN.digest(),
        "alice");
  }

  private Turn preflight(StartRollout request) {
    return preflight(bench.owned(request, rollout -> rollout));
  }

  private Turn preflight(Run run) {
    return bench.run(new RunPreflight(bench.ports()), new Turn(run, NEXT), Turn.class);
  }

  private void refusesAsMissing(StartRollout request, String... words) {
    assertThatThrownBy(() -> preflight(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContainingAll(words);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.PREFLIGHT);
  }

  private void refusesAsUnfit(StartRollout request, String... words) {
    assertThatThrownBy(() -> preflight(request))
        .isInstanceOf(PreflightRefused.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void findsTheStableVersion() {
    var turn = preflight(request(TestLambda.CHAT, "live", "2"));
    assertThat(turn.next().step()).isEqualTo(Step.PUBLISH);
    assertThat(turn.next().sentence()).isEqualTo("Preflight passed; version 1 is stable");
    assertThat(bench.rollout().stable()).contains(ONE);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.PUBLISHING);
  }

  @Test
  void givesTheSameAnswerWhenItRunsTwice() {
    var run = bench.owned(rollout -> rollout);
    var first = preflight(run);
    var record = bench.rollout();
    assertThat(preflight(run)).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void refusesAFunctionThatDoesNotExist() {
    refusesAsMissing(
        request("picasso-staging-chta", "live", "2"),
        "$.function = picasso-staging-chta: must exist",
        "aws lambda list-functions");
  }

  @Test
  void refusesAliasAndVersionThatDoNotExistAtOnce() {
    refusesAsMissing(
        request(TestLambda.CHAT, "canary", "99"),
        "$.alias = canary: must exist on picasso-staging-chat",
        "$.version = 99: must be a published version",
        "list-versions-by-function");
  }

  @Test
  void refusesAnAlarmThatDoesNotExist() {
    bench.stage.cloudWatch.deleteAlarms(delete -> delete.alarmNames(ALARM));
    refusesAsMissing(
        request(TestLambda.CHAT, "live", "2"),
        "$.plan.alarms[0] = " + ALARM + ": must be an alarm that exists",
        "correct the name");
  }

  @Test
  void refusesTheVersionThatIsLive() {
    refusesAsUnfit(
        request(TestLambda.CHAT, "live", "1"),
        "$.version = 1: must not be the version that is live already",
        "name another version");
  }

  @Test
  void refusesASplitAlias() {
    bench.moveAlias("1", Map.of("3", 0.2), "");
    refusesAsUnfit(
        request(TestLambda.CHAT, "live", "2"),
        "$.alias",
        "must send everything to one version before a rollout",
        "picasso rollout abort");
  }

  @Test
  void refusesAnAlarmThatIsRingingWithItsReason() {
    bench.stage.cloudWatch.setAlarmState(
        set -> set.alarmName(ALARM).stateValue("ALARM").stateReason("7 errors in a minute"));
    refusesAsUnfit(
        request(TestLambda.CHAT, "live", "2"),
        ALARM + " is in ALARM: must not be in ALARM before a rollout",
        "mend what it reports first: 7 errors in a minute");
  }

  @Test
  void refusesAnAlarmThatWatchesAnotherFunction() {
    bench.alarm("picasso-staging-other");
    refusesAsUnfit(
        request(TestLambda.CHAT, "live", "2"),
        "must have a dimension that names the function picasso-staging-chat",
        "this one can never go off");
  }

  @Test
  void refusesAnotherExecutionRole() {
    var settings = bench.stage.loop.call(() -> bench.stage.service.settings(TestLambda.CHAT));
    var other =
        FunctionSettings.of(
                TestLambda.CHAT, settings.handler(), "arn:aws:iam::000000000000:role/other")
            .withTimeout(settings.timeout());
    bench.stage.loop.call(() -> {
      bench.stage.service.updateSettings(other);
      return bench.stage.service.publishVersion(TestLambda.CHAT, "other role");
    });
    refusesAsUnfit(
        request(TestLambda.CHAT, "live", "5"),
        "$.function = arn:aws:iam::000000000000:role/other",
        "needs the same execution role on both versions: " + TestLambda.ROLE,
        "release the role first");
  }

  @Test
  void isTriedAgainWhenCloudWatchCannotBeReached() {
    var run = bench.owned(rollout -> rollout);
    bench.cloudWatch.refuse("describeAlarms");
    assertThatThrownBy(() -> preflight(run)).isInstanceOf(TransientFailure.class);
    assertThat(preflight(run).next().step()).isEqualTo(Step.PUBLISH);
  }
}
