package ai.myrecruiter.picasso.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.Approvals;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DeploymentTest {
  private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");
  private static final String DIGEST = "a".repeat(64);
  private static final StackChange CHANGE =
      new StackChange(
          "000000000000",
          "us-east-1",
          "picasso-staging-payload",
          "https://bucket.s3.amazonaws.com/t.json",
          DIGEST,
          List.of(new StableParameter("StableVersion", "f", "live")),
          Map.of("ModelId", "m"));
  private static final Deployment BEGUN =
      Deployment.begun(Environment.STAGING, new RolloutId("rollout-1"), CHANGE, "alice", AT);

  @Test
  void readsBackAsItWasWritten() {
    var deployment =
        BEGUN.proposed("c", AT).awaiting(new ChangeApproval(DIGEST, "t", AT, true), AT);
    assertThat(Contracts.read(Contracts.write(deployment), Deployment.class)).isEqualTo(deployment);
  }

  @Test
  void isTheSameRecordWhenAStepRunsTwice() {
    var proposed = BEGUN.proposed("c", AT);
    assertThat(proposed.proposed("c", AT.plusSeconds(9))).isEqualTo(proposed);
    var cleared = proposed.to(DeploymentStatus.CLEARED, "fine", AT);
    assertThat(cleared.to(DeploymentStatus.CLEARED, "fine", AT.plusSeconds(9))).isSameAs(cleared);
    assertThat(cleared.noted("fine", AT)).isSameAs(cleared);
  }

  @Test
  void neverExecutesWhatWasNotCleared() {
    assertThatThrownBy(() -> BEGUN.to(DeploymentStatus.EXECUTING, "go", AT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be one of [PROPOSED, REFUSED] after INSPECTING");
  }

  @ParameterizedTest
  @EnumSource(
      value = DeploymentStatus.class,
      names = {"COMPLETED", "UNCHANGED", "REFUSED", "ROLLED_BACK", "STUCK"})
  void endsForGood(DeploymentStatus last) {
    assertThat(last.terminal()).isTrue();
    assertThat(last.next()).isEmpty();
  }

  @Test
  void anAnswerCountsOnlyForWhatWasShownByAnotherPersonAndInTime() {
    var question = new ChangeApproval(DIGEST, "token", AT.plusSeconds(60), true);
    assertThat(question.check(yes("bob", DIGEST), "alice", AT)).isEmpty();
    assertThat(question.check(yes("bob", "b".repeat(64)), "alice", AT).getFirst().path())
        .isEqualTo("$.changeSetDigest");
    assertThat(question.check(yes("alice", DIGEST), "alice", AT).getFirst().rule())
        .contains("another person");
    assertThat(question.check(yes(" ", DIGEST), "alice", AT)).hasSize(1);
    assertThat(question.check(yes("bob", DIGEST), "alice", AT.plusSeconds(60))).hasSize(1);
    var no = new ChangeAnswer(false, "alice", DIGEST, Optional.empty());
    assertThat(question.check(no, "alice", AT)).as("the starter may say no").isEmpty();
  }

  private static ChangeAnswer yes(String by, String digest) {
    return new ChangeAnswer(true, by, digest, Optional.empty());
  }

  @Test
  void productionAlwaysAsksAnotherPersonAndStagingOnlyForRisks() {
    var clear = new Review(DIGEST, List.of());
    var risky =
        new Review(DIGEST, List.of(new Risk("r", Severity.APPROVE, "It", "T", "-", "because")));
    var strict = ChangeApprovalPolicy.of(new Approvals(true, true, true));
    assertThat(strict.asks(clear)).isTrue();
    assertThat(strict.otherThanStarter()).isTrue();
    var lenient = ChangeApprovalPolicy.of(new Approvals(false, false, false));
    assertThat(lenient.asks(clear)).isFalse();
    assertThat(lenient.asks(risky)).isTrue();
    assertThat(lenient.otherThanStarter()).isFalse();
    assertThat(ChangeApprovalPolicy.of(new Approvals(true, false, false)).asks(clear)).isTrue();
  }

  @Test
  void digestsDoNotDependOnOrderOrWhiteSpace() {
    assertThat(CanonicalJson.digest("{\"b\": 1.0, \"a\": [1]}"))
        .isEqualTo(CanonicalJson.digest("{\"a\":[1],\"b\":1}"))
        .isNotEqualTo(CanonicalJson.digest("{\"a\":[2],\"b\":1}"));
    assertThatThrownBy(() -> CanonicalJson.digest("no")).isInstanceOf(InvalidInput.class);
    var one = change("A");
    var two = change("B");
    assertThat(set(List.of(one, two)).digest()).isEqualTo(set(List.of(two, one)).digest());
    assertThat(set(List.of(one)).digest()).isNotEqualTo(set(List.of(two)).digest());
  }

  private static ChangeSet set(List<ResourceChange> changes) {
    return new ChangeSet("s", false, DIGEST, Map.of(), changes);
  }

  private static ResourceChange change(String id) {
    return new ResourceChange(
        id, Optional.empty(), "T", ChangeAction.ADD, Replacement.NO, false, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_COMPLETE,DONE",
    "UPDATE_COMPLETE,DONE",
    "UPDATE_IN_PROGRESS,WORKING",
    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,WORKING",
    "UPDATE_ROLLBACK_IN_PROGRESS,GOING_BACK",
    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,GOING_BACK",
    "UPDATE_ROLLBACK_COMPLETE,WENT_BACK",
    "UPDATE_ROLLBACK_FAILED,BACK_FAILED",
    "ROLLBACK_COMPLETE,UNUSABLE",
    "ROLLBACK_FAILED,UNUSABLE",
    "CREATE_FAILED,UNUSABLE",
    "DELETE_FAILED,UNUSABLE"
  })
  void knowsWhatEveryStatusMeans(String status, StackOutcome outcome) {
    assertThat(StackOutcome.of(status)).isEqualTo(outcome);
    boolean usable = outcome == StackOutcome.DONE || outcome == StackOutcome.WENT_BACK;
    assertThat(StackOutcome.obstacle(status).isEmpty()).isEqualTo(usable);
  }

  @Test
  void aStableParameterIsNobodysToGive() {
    assertThatThrownBy(() ->
            new StackChange(
                CHANGE.account(),
                CHANGE.region(),
                CHANGE.stack(),
                CHANGE.templateUrl(),
                DIGEST,
                CHANGE.stable(),
                Map.of("StableVersion", "7")))
        .hasMessageContaining("$.parameters.StableVersion = 7")
        .hasMessageContaining("leave it out");
  }

  @ParameterizedTest
  @CsvSource({
    "123,s,https://b/t,$.account",
    "000000000000,1s,https://b/t,$.stack",
    "000000000000,s,http://b/t,$.templateUrl"
  })
  void refusesWhatCannotBeDeployed(String account, String stack, String url, String path) {
    assertThatThrownBy(
            () -> new StackChange(account, "us-east-1", stack, url, DIGEST, List.of(), Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(path);
  }

  @Test
  void findsTheParametersThatStandForVersionsInService() {
    var template =
        Contracts.tree(
            """
            {"Resources": {
              "Chat": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "chat"}},
              "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"Name": "live",
                "FunctionName": {"Ref": "Chat"}, "FunctionVersion": {"Ref": "StableVersion"}}}}}
            """);
    assertThat(StableParameters.of(template))
        .containsExactly(new StableParameter("StableVersion", "chat", "live"));
  }
}
