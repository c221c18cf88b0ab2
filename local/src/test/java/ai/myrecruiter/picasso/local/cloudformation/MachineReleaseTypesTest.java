package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.MachineAlias.Route;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MachineReleaseTypesTest {
  private static final String ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  private ProvisionedStack stack(String alias) {
    return stack("{\"Type\": \"Pass\"}", alias);
  }

  private ProvisionedStack stack(String state, String alias) {
    var client = StageSfnClient.of(bench.stepFunctions());
    var types = new ArrayList<StagedType>(new MachineReleaseTypes(client).all());
    types.add(new StateMachineType(client).type());
    var definition = Machines.single(state);
    return One.stack(
        types,
        """
        {'Resources': {
          'Machine': {'Type': 'AWS::StepFunctions::StateMachine', 'Properties': {
            'StateMachineName': 'm', 'RoleArn': 'arn:aws:iam::1:role/r',
            'DefinitionString': '%s'}},
          'Version': {'Type': 'AWS::StepFunctions::StateMachineVersion', 'Properties': {
            'StateMachineArn': {'Ref': 'Machine'}, 'Description': 'first',
            'StateMachineRevisionId': {'Fn::GetAtt': ['Machine', 'StateMachineRevisionId']}}},
          'Alias': {'Type': 'AWS::StepFunctions::StateMachineAlias', 'Properties': {
            'Name': 'live', %s}}}}
        """
            .formatted(definition, alias),
        Map.of());
  }

  private static final String ROUTED =
      "'RoutingConfiguration': [{'StateMachineVersionArn': {'Ref': 'Version'}, 'Weight': 100}]";

  @Test
  void publishesAVersionAndPointsTheAliasToIt() {
    var made = stack(ROUTED);
    assertThat(made.resource("Version").physicalId()).isEqualTo(ARN + ":1");
    assertThat(made.resource("Version").attributes()).isEqualTo(Map.of("Arn", ARN + ":1"));
    assertThat(made.resource("Alias").physicalId()).isEqualTo(ARN + ":live");
    assertThat(made.resource("Alias").attributes()).isEqualTo(Map.of("Arn", ARN + ":live"));
    var core = bench.stepFunctions();
    assertThat(core.versions().description(ARN + ":1")).contains("first");
    assertThat(core.aliases().get(ARN + ":live").routes())
        .containsExactly(new Route(ARN + ":1", 100));
  }

  @Test
  void readsADeploymentAllAtOnceAsOneRoute() {
    stack(
        "'DeploymentPreference': {'Type': 'ALL_AT_ONCE', 'StateMachineVersionArn': {'Ref': 'Version'}}");
    assertThat(bench.stepFunctions().aliases().get(ARN + ":live").routes())
        .containsExactly(new Route(ARN + ":1", 100));
  }

  @Test
  void pointsTheAliasOfAnEarlierStageToTheNewVersion() {
    stack(ROUTED);
    var made = stack("{\"Type\": \"Wait\", \"Seconds\": 1}", ROUTED);
    assertThat(made.resource("Alias").physicalId()).isEqualTo(ARN + ":live");
    assertThat(bench.stepFunctions().aliases().get(ARN + ":live").routes())
        .containsExactly(new Route(ARN + ":2", 100));
  }

  @Test
  void refusesAGradualDeploymentByName() {
    assertThatThrownBy(() ->
            stack(
                "'DeploymentPreference': {'Type': 'LINEAR', 'StateMachineVersionArn': {'Ref': 'Version'}}"))
        .hasMessageContaining("DeploymentPreference.Type 'LINEAR'")
        .hasMessageContaining("use ALL_AT_ONCE");
  }

  @Test
  void refusesAnAliasThatLeadsNowhereOrTwice() {
    assertThatThrownBy(() -> stack("'Description': 'd'"))
        .hasMessageContaining("needs RoutingConfiguration or DeploymentPreference");
    assertThatThrownBy(() ->
            stack(
                ROUTED
                    + ", 'DeploymentPreference': {'Type': 'ALL_AT_ONCE', 'StateMachineVersionArn': 'v'}"))
        .hasMessageContaining("and not both");
  }

  @Test
  void saysWhenTheRevisionIsNoLongerTheCurrentOne() {
    stack(ROUTED);
    var client = StageSfnClient.of(bench.stepFunctions());
    var version = new MachineReleaseTypes(client).all().getFirst();
    assertThatThrownBy(() ->
            One.resource(
                version,
                "{'StateMachineArn': '%s', 'StateMachineRevisionId': 'old'}".formatted(ARN)))
        .hasMessageContaining("is not the requested old");
  }
}
