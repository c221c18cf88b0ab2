package ai.myrecruiter.picasso.cli.demo;

import static ai.myrecruiter.picasso.cli.demo.Observations.alarmed;
import static ai.myrecruiter.picasso.cli.demo.Observations.caught;
import static ai.myrecruiter.picasso.cli.demo.Observations.promoted;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioCheckTest {
  private static final Scenario PROMOTION =
      Observations.scenario(new Trouble.Healthy(), new Expected.Promotion());
  private static final Scenario BY_JUDGE =
      Observations.scenario(new Trouble.FailingRequests(0.3), new Expected.RollbackByJudge());
  private static final Scenario BY_ALARM =
      Observations.scenario(
          new Trouble.CrossTenantAccess(1),
          new Expected.RollbackByAlarm("picasso-staging-cross-tenant-attempts"));

  private static List<String> problems(Scenario scenario, Observation seen) {
    return ScenarioCheck.problems(scenario, seen);
  }

  @Test
  void eachEndingIsAsExpectedByItsOwnScenarioOnly() {
    assertThat(problems(PROMOTION, promoted())).isEmpty();
    assertThat(problems(BY_JUDGE, caught())).isEmpty();
    assertThat(problems(BY_ALARM, alarmed())).isEmpty();
    assertThat(problems(PROMOTION, caught())).contains("it is ROLLED_BACK, not COMPLETED");
    assertThat(problems(BY_JUDGE, promoted())).contains("it is COMPLETED, not ROLLED_BACK");
    assertThat(problems(BY_JUDGE, alarmed())).contains("decided by ALARM, not JUDGE");
    assertThat(problems(BY_ALARM, caught()))
        .contains("decided by JUDGE, not ALARM", "the judge was not content");
  }

  @Test
  void aSplitAliasIsAProblem() {
    var seen = promoted();
    var split = AliasWeights.split(Observations.NEW, Observations.OLD, 10);

    assertThat(problems(PROMOTION, with(seen, split)))
        .containsExactly(
            "the alias is not at 100 % on version 3: 90 % on version 3, 10 % on version 2");
  }

  @Test
  void theWrongVersionIsAProblem() {
    assertThat(problems(BY_JUDGE, with(caught(), AliasWeights.all(Observations.NEW))))
        .containsExactly("the alias is not at 100 % on version 2: 100 % on version 3");
  }

  private static Observation with(Observation seen, AliasWeights alias) {
    return new Observation(seen.rollout(), seen.execution(), alias, seen.served(), seen.attempts());
  }

  @Test
  void anExecutionThatEndedOtherwiseIsAProblem() {
    assertThat(problems(BY_ALARM, with(alarmed(), Observations.ROLLED_BACK)))
        .containsExactly("the execution ended with RolledBack, not TakenOver");
    assertThat(problems(BY_JUDGE, with(caught(), Observations.SUCCEEDED)))
        .containsExactly("the execution ended with no error, not RolledBack");
    assertThat(problems(PROMOTION, with(promoted(), Observations.TAKEN_OVER)))
        .containsExactly("the execution ended ABORTED, not SUCCEEDED");
  }

  private static Observation with(
      Observation seen, ai.myrecruiter.picasso.cli.rollout.ExecutionEnd end) {
    return new Observation(seen.rollout(), end, seen.alias(), seen.served(), seen.attempts());
  }

  @Test
  void anotherAlarmThanTheExpectedIsAProblem() {
    var other =
        Observations.scenario(
            new Trouble.CrossTenantAccess(1), new Expected.RollbackByAlarm("picasso-other"));

    assertThat(problems(other, alarmed()))
        .containsExactly("its outcome does not name alarm picasso-other");
  }
}
