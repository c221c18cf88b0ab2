package ai.myrecruiter.picasso.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudwatch.MetricId;
import ai.myrecruiter.picasso.local.cloudwatch.Resolution;
import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rollouts and rollbacks in which every task of both has its part. */
final class RolloutRuns {
  private RolloutRuns() {}

  static void promoteBothAfterAnApproval(Rehearsal rehearsal) {
    rehearsal.traffic(2);
    rehearsal.traffic(Rehearsal.STREAMING, 2);
    rehearsal.upload("two");
    rehearsal.upload(Rehearsal.STREAMING, "two");
    rehearsal.stage().taskFaults().atCall("picasso-staging-acquire-lease", 1, TaskFault.DUPLICATE);
    var id = rehearsal.startBoth(Rehearsal.PLAN_WITH_APPROVAL);
    rehearsal.runUntil(() -> rehearsal.find(id).flatMap(Rollout::approval).isPresent());
    var digest = rehearsal.rollout(id).request().planDigest();
    var answer = new ApprovalAnswer(true, "bob", "tenth", digest, Optional.empty());
    send(rehearsal, rehearsal.rollout(id).approval().orElseThrow().taskToken(), answer);
    rehearsal.runToEnd(id);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  static void goBackByTheJudge(Rehearsal rehearsal) {
    rehearsal.traffic(20);
    rehearsal.traffic(Rehearsal.STREAMING, 20);
    rehearsal.upload("two");
    rehearsal.upload(Rehearsal.STREAMING, "two");
    rehearsal.stage().faults().set(Rehearsal.STREAMING, "2", VersionFaults.NONE.withErrorRate(0.5));
    assertThat(rehearsal.runToEnd(rehearsal.startBoth(Rehearsal.PLAN)).error())
        .isEqualTo("RolledBack");
  }

  static void goBackByAPerson(Rehearsal rehearsal) {
    var id = split(rehearsal);
    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runUntil(() -> rehearsal.rollout(id).status() == RolloutStatus.ROLLED_BACK);
  }

  static void goBackByTheWatchdog(Rehearsal rehearsal) {
    var id = split(rehearsal);
    rehearsal.kill(id);
    assertThat(rehearsal.runUntil(() -> !rehearsal.alias().weights().isSplit())).isTrue();
  }

  /** While the rollback owns the environment and cannot move the alias yet. */
  static void watchARollback(Rehearsal rehearsal) {
    var id = split(rehearsal);
    var now = rehearsal.now();
    rehearsal
        .stage()
        .taskFaults()
        .between(
            "picasso-staging-restore-alias", now, now.plus(Duration.ofMinutes(3)), TaskFault.ERROR);
    rehearsal.abort(id);
    assertThat(rehearsal.runUntil(() -> !rehearsal.alias().weights().isSplit())).isTrue();
  }

  private static RolloutId split(Rehearsal rehearsal) {
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.PLAN);
    assertThat(rehearsal.runUntil(() -> rehearsal.alias().weights().isSplit())).isTrue();
    return id;
  }

  /** A breach while a tenant is there, whose tokens are revoked. */
  static void contain(Rehearsal rehearsal) {
    rehearsal
        .stage()
        .dynamoDb()
        .putItem(put ->
            put.tableName("picasso-staging-tenants")
                .item(Map.of("key", AttributeValue.fromS("tenant#north"))));
    var attempts =
        MetricId.of(
            "Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", Rehearsal.FUNCTION));
    rehearsal.stage().metrics().series(attempts).record(rehearsal.now(), 1, Resolution.HIGH);
    rehearsal.runFor(Duration.ofMinutes(1));
  }

  static void send(Rehearsal rehearsal, String token, Object answer) {
    rehearsal
        .stage()
        .sfn()
        .sendTaskSuccess(it -> it.taskToken(token).output(Contracts.write(answer)));
  }
}
