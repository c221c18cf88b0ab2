package ai.myrecruiter.picasso.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The roles of the tasks against what the tasks ask for, both ways: no call that a role does not
 * allow (every stage of the tests is held to that at its end), and no grant that no call needed.
 */
final class TaskRolesTest {
  private static final String LAMBDA_WRITES = "Lambda writes the log, in the function's role";

  /** Grants that no call here needs: an action, or one grant, with the reason. */
  private static final Map<String, String> NOT_BY_CALLS =
      Map.of(
          "logs:CreateLogStream",
          LAMBDA_WRITES,
          "logs:PutLogEvents",
          LAMBDA_WRITES,
          "inspect-stack: lambda:GetFunctionConfiguration on"
              + " lambda:us-east-1:000000000000:function:picasso-staging-streaming",
          "the first function of a release says where the task runs, and streaming may be the first");

  private final Set<Grant> used = new HashSet<>();

  @Test
  void allowWhatTheTasksAskForAndNothingElse() {
    with(RolloutRuns::promoteBothAfterAnApproval);
    with(RolloutRuns::goBackByTheJudge);
    with(RolloutRuns::goBackByAPerson);
    with(RolloutRuns::goBackByTheWatchdog);
    with(RolloutRuns::watchARollback);
    with(RolloutRuns::contain);
    with(DeploymentRuns::deployAfterConsent);
    with(DeploymentRuns::refuseADeployment);
    with(DeploymentRuns::continueARollback);
    with(DeploymentRuns::settleWhatWasLeftOpen);
    with(DeploymentRuns::settleWhatWasExecuting);
    with(DeploymentRuns::loseSight);
    with(DeploymentRuns::refuseADriftedStack);
    var roles = TaskRoles.read(assembly());
    var unused =
        roles.all().stream()
            .map(Grant::withoutVersions)
            .filter(grant -> !used.contains(grant))
            .map(TaskRolesTest::explained)
            .collect(Collectors.toSet());
    assertThat(unused)
        .as("allowed, needed by no call and not explained; or explained and no longer so")
        .isEqualTo(NOT_BY_CALLS.keySet());
  }

  /** What explains a grant; the grant itself if nothing does. */
  private static String explained(Grant grant) {
    return NOT_BY_CALLS.containsKey(grant.action()) ? grant.action() : grant.toString();
  }

  private static Path assembly() {
    return Path.of(System.getProperty("picasso.root", ".."), "infra/target/cdk.out");
  }

  private void with(Consumer<Rehearsal> scenario) {
    try (var rehearsal = new Rehearsal(17)) {
      scenario.accept(rehearsal);
      rehearsal.runUntil(() -> !rehearsal.lease().map(Lease::held).orElse(false));
      rehearsal.runFor(Duration.ofMinutes(2));
      used.addAll(rehearsal.calls().used());
    }
  }
}
