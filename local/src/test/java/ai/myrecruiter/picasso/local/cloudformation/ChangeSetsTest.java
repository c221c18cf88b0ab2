package ai.myrecruiter.picasso.local.cloudformation;

import static ai.myrecruiter.picasso.local.cloudformation.StackBench.change;
import static ai.myrecruiter.picasso.local.cloudformation.StackBench.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

final class ChangeSetsTest {
  private static final String TWO =
      things(
          "A", "'Properties': {'Size': '1'}",
          "B", "'Properties': {'Uses': {'Fn::GetAtt': ['A', 'Arn']}}, 'DeletionPolicy': 'Retain'");
  private final StackBench bench = new StackBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void opensTheStackOfACreationInReviewAndMakesNothing() {
    var set = bench.propose(ChangeSetType.CREATE, TWO);
    assertThat(bench.stack().stackStatus()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
    assertThat(set.status()).isEqualTo(ChangeSetStatus.CREATE_COMPLETE);
    assertThat(set.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
    assertThat(set.changes())
        .allSatisfy(it -> assertThat(it.resourceChange().action()).isEqualTo(ChangeAction.ADD))
        .hasSize(2);
    assertThat(bench.things).isEmpty();
  }

  @Test
  void isPendingUntilItsChangesAreKnown() {
    bench.client.createChangeSet(it ->
        it.stackName("s")
            .changeSetName("c")
            .changeSetType("CREATE")
            .templateBody(Json.of(TWO).toString()));
    assertThat(bench.describe("c").status()).isEqualTo(ChangeSetStatus.CREATE_PENDING);
    assertThatThrownBy(
            () -> bench.client.executeChangeSet(it -> it.stackName("s").changeSetName("c")))
        .isInstanceOf(InvalidChangeSetStatusException.class);
  }

  @Test
  void saysWhatIsAddedChangedReplacedAndRemoved() {
    bench.deploy(
        things(
            "Same", "'Properties': {'Size': '1'}",
            "Changed", "'Properties': {'Size': '1'}",
            "Replaced", "'Properties': {'Key': 'k'}",
            "Maybe", "'Properties': {'Maybe': '1'}",
            "Gone", "'Properties': {}",
            "Kept", "'DeletionPolicy': 'Retain'"));
    var set =
        bench.propose(
            ChangeSetType.UPDATE,
            things(
                "Same", "'Properties': {'Size': '1'}",
                "Changed", "'Properties': {'Size': '2'}",
                "Replaced", "'Properties': {'Key': 'l'}",
                "Maybe", "'Properties': {'Maybe': '2'}",
                "New", "'Properties': {}"));
    assertThat(set.changes()).hasSize(6);
    assertThat(change(set, "Changed").replacement()).isEqualTo(Replacement.FALSE);
    assertThat(change(set, "Replaced").replacement()).isEqualTo(Replacement.TRUE);
    assertThat(change(set, "Replaced").policyAction()).isEqualTo(PolicyAction.REPLACE_AND_DELETE);
    assertThat(change(set, "Maybe").replacement()).isEqualTo(Replacement.CONDITIONAL);
    assertThat(change(set, "New").action()).isEqualTo(ChangeAction.ADD);
    assertThat(change(set, "Gone").policyAction()).isEqualTo(PolicyAction.DELETE);
    assertThat(change(set, "Kept").policyAction()).isEqualTo(PolicyAction.RETAIN);
    var target = change(set, "Changed").details().getFirst().target();
    assertThat(target.name()).isEqualTo("Size");
    assertThat(target.beforeValue()).isEqualTo("1");
    assertThat(target.afterValue()).isEqualTo("2");
  }

  @Test
  void saysThatAReferenceToAChangedResourceMayChange() {
    bench.deploy(
        things(
            "A", "'Properties': {'Size': '1'}",
            "B", "'Properties': {'Key': {'Fn::GetAtt': ['A', 'Arn']}}"));
    var set =
        bench.propose(
            ChangeSetType.UPDATE,
            things(
                "A", "'Properties': {'Size': '2'}",
                "B", "'Properties': {'Key': {'Fn::GetAtt': ['A', 'Arn']}}"));
    var detail = change(set, "B").details().getFirst();
    assertThat(detail.evaluation()).isEqualTo(EvaluationType.DYNAMIC);
    assertThat(detail.causingEntity()).isEqualTo("A.Arn");
    assertThat(change(set, "B").replacement()).isEqualTo(Replacement.CONDITIONAL);
    bench.execute(set);
    assertThat(bench.events()).doesNotContain("B UPDATE_IN_PROGRESS");
  }

  @Test
  void failsWithoutChangesInAwssWords() {
    bench.deploy(TWO);
    var set = bench.propose(ChangeSetType.UPDATE, TWO);
    assertThat(set.status()).isEqualTo(ChangeSetStatus.FAILED);
    assertThat(set.statusReason()).startsWith("The submitted information didn't contain changes.");
    assertThat(set.executionStatus()).isEqualTo(ExecutionStatus.UNAVAILABLE);
  }

  @Test
  void seesTheChangeThatAParameterMakes() {
    var template =
        """
        {'Parameters': {'Size': {'Type': 'String', 'Default': '1'}},
         'Resources': {'A': {'Type': 'Test::Thing', 'Properties': {'Size': {'Ref': 'Size'}}}}}
        """;
    bench.deploy(template);
    var set = bench.propose(ChangeSetType.UPDATE, template, "Size=2");
    assertThat(change(set, "A").details().getFirst().target().afterValue()).isEqualTo("2");
    assertThat(bench.execute(set).parameters().getFirst().parameterValue()).isEqualTo("2");
  }

  @Test
  void keepsOneOfEachName() {
    bench.propose(ChangeSetType.CREATE, TWO);
    assertThatThrownBy(() ->
            bench.client.createChangeSet(it ->
                it.stackName("s")
                    .changeSetName("c1")
                    .changeSetType("CREATE")
                    .templateBody(Json.of(TWO).toString())))
        .isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void isNotExecutedTwiceNorAfterItsDeletion() {
    var set = bench.propose(ChangeSetType.CREATE, TWO);
    bench.execute(set);
    assertThatThrownBy(() -> bench.execute(set))
        .isInstanceOf(InvalidChangeSetStatusException.class);
    var other = bench.propose(ChangeSetType.UPDATE, things("A", "'Properties': {}"));
    bench.client.deleteChangeSet(it -> it.stackName("s").changeSetName(other.changeSetName()));
    assertThatThrownBy(() -> bench.execute(other)).isInstanceOf(ChangeSetNotFoundException.class);
  }

  @Test
  void needsTheCapabilityToMakeRoles() {
    assertThatThrownBy(() ->
            bench.propose(ChangeSetType.CREATE, "{'Resources': {'R': {'Type': 'AWS::IAM::Role'}}}"))
        .isInstanceOf(InsufficientCapabilitiesException.class)
        .hasMessageContaining("Requires capabilities : [CAPABILITY_IAM]");
  }

  @Test
  void refusesATemplateThatCannotBeMade() {
    assertThatThrownBy(() -> bench.propose(ChangeSetType.CREATE, "{'Resources': []}"))
        .isInstanceOf(CloudFormationException.class)
        .hasMessageContaining("Template format error");
    assertThatThrownBy(() ->
            bench.propose(
                ChangeSetType.CREATE, things("A", "'Properties': {'Size': {'Ref': 'Nothing'}}")))
        .hasMessageContaining("Template error: s.Resources.A.Properties.Size.Ref");
  }

  @Test
  void refusesToUpdateWhatIsNotThere() {
    assertThatThrownBy(() -> bench.propose(ChangeSetType.UPDATE, TWO))
        .hasMessageContaining("Stack [s] does not exist");
  }
}
