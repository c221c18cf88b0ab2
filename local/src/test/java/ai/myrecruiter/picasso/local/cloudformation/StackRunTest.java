package ai.myrecruiter.picasso.local.cloudformation;

import static ai.myrecruiter.picasso.local.cloudformation.StackBench.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

final class StackRunTest {
  private static final String BEFORE =
      things(
          "A", "'Properties': {'Size': '1'}",
          "B", "'Properties': {'Size': '1', 'Uses': {'Ref': 'A'}}",
          "Gone", "'Properties': {}");
  private static final String AFTER =
      things(
          "A", "'Properties': {'Size': '2'}",
          "B", "'Properties': {'Size': '2', 'Uses': {'Ref': 'A'}}",
          "New", "'Properties': {'Uses': {'Ref': 'B'}}");
  private static final String THING = "Test::Thing";
  private final StackBench bench = new StackBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void createsEachResourceAfterThoseItNeedsAndSaysSo() {
    assertThat(bench.deploy(BEFORE).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    assertThat(bench.events())
        .containsExactly(
            "s REVIEW_IN_PROGRESS",
            "s CREATE_IN_PROGRESS",
            "A CREATE_IN_PROGRESS",
            "A CREATE_COMPLETE",
            "B CREATE_IN_PROGRESS",
            "B CREATE_COMPLETE",
            "Gone CREATE_IN_PROGRESS",
            "Gone CREATE_COMPLETE",
            "s CREATE_COMPLETE");
  }

  @Test
  void updatesThenRemovesWhatIsNoLongerThere() {
    bench.deploy(BEFORE);
    assertThat(bench.deploy(AFTER).stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    assertThat(bench.things.keySet()).containsExactly("s-A", "s-B", "s-New");
    assertThat(bench.things.get("s-A")).isEqualTo("{\"Size\":\"2\"}");
    assertThat(bench.events())
        .containsSubsequence(
            "New CREATE_COMPLETE",
            "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "Gone DELETE_COMPLETE",
            "s UPDATE_COMPLETE");
  }

  @Test
  void replacesByMakingTheNewBeforeTheOldIsRemoved() {
    bench.deploy(things("A", "'Properties': {'Key': 'k'}"));
    bench.deploy(things("A", "'Properties': {'Key': 'l'}"));
    assertThat(bench.things.keySet()).containsExactly("ls-A");
    assertThat(bench.events())
        .containsSubsequence(
            "A CREATE_COMPLETE", "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "A DELETE_COMPLETE");
  }

  @Test
  void keepsWhatItsPolicyRetains() {
    bench.deploy(things("A", "'Properties': {}", "B", "'DeletionPolicy': 'Retain'"));
    bench.deploy(things("A", "'Properties': {}"));
    assertThat(bench.things).containsKey("s-B");
    assertThat(bench.events()).contains("B DELETE_SKIPPED");
  }

  @Test
  void rollsAFailedCreationBackAndTakesNoUpdateThen() {
    bench.service.faults().atCall(THING, ResourceOperation.CREATE, 2, "no capacity");
    var stack = bench.deploy(BEFORE);
    assertThat(stack.stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
    assertThat(bench.things).isEmpty();
    assertThat(bench.events()).contains("B CREATE_FAILED", "A DELETE_COMPLETE");
    assertThatThrownBy(() -> bench.propose(ChangeSetType.UPDATE, AFTER))
        .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated.");
  }

  @Test
  void staysInRollbackFailedWhenNotEvenThatWorks() {
    bench.service.faults().atCall(THING, ResourceOperation.CREATE, 2, "no capacity");
    bench.service.faults().always(THING, ResourceOperation.DELETE, "in use");
    assertThat(bench.deploy(BEFORE).stackStatus()).isEqualTo(StackStatus.ROLLBACK_FAILED);
  }

  @Test
  void putsEverythingBackWhenAnUpdateFails() {
    bench.deploy(BEFORE);
    var before = Map.copyOf(bench.things);
    bench.service.faults().atCall(THING, ResourceOperation.UPDATE, 2, "throttled");
    var stack = bench.deploy(AFTER);
    assertThat(stack.stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    assertThat(bench.things).isEqualTo(before);
    assertThat(bench.events())
        .containsSubsequence(
            "B UPDATE_FAILED",
            "s UPDATE_ROLLBACK_IN_PROGRESS",
            "A UPDATE_COMPLETE",
            "s UPDATE_ROLLBACK_COMPLETE");
    assertThat(bench.deploy(AFTER).stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
  }

  @Test
  void removesWhatAFailedUpdateHadMade() {
    bench.deploy(BEFORE);
    bench.service.faults().atCall(THING, ResourceOperation.CREATE, 1, "quota");
    bench.deploy(
        things(
            "A", "'Properties': {'Size': '2'}",
            "B", "'Properties': {'Size': '1', 'Uses': {'Ref': 'A'}}",
            "Gone", "'Properties': {}",
            "New", "'Properties': {}"));
    assertThat(bench.things.get("s-A")).isEqualTo("{\"Size\":\"1\"}");
    assertThat(bench.things.keySet()).containsExactly("s-A", "s-B", "s-Gone");
  }

  @Test
  void continuesARollbackThatFailed() {
    bench.deploy(BEFORE);
    bench.service.faults().fromCall(THING, ResourceOperation.UPDATE, 2, "denied");
    assertThat(bench.deploy(AFTER).stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
    assertThatThrownBy(() -> bench.propose(ChangeSetType.UPDATE, AFTER))
        .hasMessageContaining("UPDATE_ROLLBACK_FAILED");
    bench.service.faults().clear();
    bench.client.continueUpdateRollback(it -> it.stackName("s"));
    assertThat(bench.settle().stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    assertThat(bench.things.get("s-A")).isEqualTo("{\"Size\":\"1\"}");
  }

  @Test
  void skipsAResourceThatCannotBePutBack() {
    bench.deploy(BEFORE);
    bench.service.faults().fromCall(THING, ResourceOperation.UPDATE, 2, "denied");
    bench.deploy(AFTER);
    bench.client.continueUpdateRollback(it -> it.stackName("s").resourcesToSkip("A"));
    assertThat(bench.settle().stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    assertThat(bench.things.get("s-A")).isEqualTo("{\"Size\":\"2\"}");
  }

  @Test
  void completesThoughWhatIsGoneCannotBeRemoved() {
    bench.deploy(BEFORE);
    bench.service.faults().always(THING, ResourceOperation.DELETE, "in use");
    assertThat(bench.deploy(AFTER).stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    assertThat(bench.events()).contains("Gone DELETE_FAILED");
  }

  @Test
  void cancelsAnUpdate() {
    bench.deploy(BEFORE);
    var set = bench.propose(ChangeSetType.UPDATE, AFTER);
    bench.client.executeChangeSet(it -> it.stackName("s").changeSetName(set.changeSetName()));
    bench.loop.runFor(Duration.ofSeconds(1));
    bench.client.cancelUpdateStack(it -> it.stackName("s"));
    assertThat(bench.settle().stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    assertThat(bench.things.get("s-A")).isEqualTo("{\"Size\":\"1\"}");
  }

  @Test
  void deletesTheLastMadeFirstUnlessProtected() {
    bench.deploy(BEFORE);
    bench.client.updateTerminationProtection(
        it -> it.stackName("s").enableTerminationProtection(true));
    assertThatThrownBy(() -> bench.client.deleteStack(it -> it.stackName("s")))
        .hasMessageContaining("TerminationProtection is enabled");
    bench.client.updateTerminationProtection(
        it -> it.stackName("s").enableTerminationProtection(false));
    var id = bench.stack().stackId();
    bench.client.deleteStack(it -> it.stackName("s"));
    bench.loop.runFor(Duration.ofMinutes(1));
    assertThat(bench.things).isEmpty();
    assertThatThrownBy(bench::stack).hasMessageContaining("Stack with id s does not exist");
    assertThat(
            bench.client.describeStacks(it -> it.stackName(id)).stacks().getFirst().stackStatus())
        .isEqualTo(StackStatus.DELETE_COMPLETE);
  }

  @Test
  void saysWhenADeletionFailed() {
    bench.deploy(BEFORE);
    bench.service.faults().always(THING, ResourceOperation.DELETE, "in use");
    bench.client.deleteStack(it -> it.stackName("s"));
    assertThat(bench.settle().stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
    bench.service.faults().clear();
    bench.client.deleteStack(it -> it.stackName("s"));
    bench.loop.runFor(Duration.ofMinutes(1));
    assertThat(bench.service.find("s")).isEmpty();
  }

  @Test
  void findsDrift() {
    bench.deploy(BEFORE);
    assertThat(drift()).isEqualTo("IN_SYNC");
    bench.service.drift("s", "B");
    assertThat(drift()).isEqualTo("DRIFTED");
    var drifts = bench.client.describeStackResourceDrifts(it -> it.stackName("s"));
    assertThat(drifts.stackResourceDrifts().getFirst().logicalResourceId()).isEqualTo("B");
  }

  private String drift() {
    var id = bench.client.detectStackDrift(it -> it.stackName("s")).stackDriftDetectionId();
    var begun = bench.client.describeStackDriftDetectionStatus(it -> it.stackDriftDetectionId(id));
    assertThat(begun.detectionStatusAsString()).isEqualTo("DETECTION_IN_PROGRESS");
    bench.loop.runFor(Duration.ofSeconds(10));
    return bench
        .client
        .describeStackDriftDetectionStatus(it -> it.stackDriftDetectionId(id))
        .stackDriftStatusAsString();
  }
}
