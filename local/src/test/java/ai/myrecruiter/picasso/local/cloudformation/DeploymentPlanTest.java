package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeploymentPlanTest {
  private final RecordedTypes recorded = new RecordedTypes();

  @Test
  void makesAResourceAfterThoseItNames() {
    var plan =
        plan(
            """
            {'Resources': {
              'A': {'Type': 'Test::Thing', 'Properties': {'Uses': {'Fn::GetAtt': ['D', 'Arn']}}},
              'B': {'Type': 'Test::Thing', 'DependsOn': ['C']},
              'C': {'Type': 'Test::Inert', 'DependsOn': 'D', 'Properties': {'Any': {'Ref': 'E'}}},
              'D': {'Type': 'Test::Thing', 'Properties': {'Uses': {'Fn::Sub': '${E}'}}},
              'E': {'Type': 'Test::Thing'}}}
            """);
    assertThat(plan.order()).containsExactly("s.E", "s.D", "s.A", "s.C", "s.B");
  }

  @Test
  void makesNothingWhoseConditionIsFalseAndWaitsForNothingOfTheKind() {
    var plan =
        plan(
            """
            {'Conditions': {'Never': {'Fn::Equals': ['a', 'b']}},
             'Resources': {
              'Left': {'Type': 'Unknown::Type', 'Condition': 'Never'},
              'Made': {'Type': 'Test::Thing', 'DependsOn': 'Left', 'Properties': {
                'Uses': {'Fn::If': ['Never', {'Ref': 'Left'}, {'Ref': 'AWS::NoValue'}]}}}},
             'Outputs': {'Gone': {'Condition': 'Never', 'Value': {'Ref': 'Left'}}}}
            """);
    assertThat(plan.order()).containsExactly("s.Made");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Type': 'AWS::EC2::Instance'}                                | s.Resources.R.Type = AWS::EC2::Instance: the stage does not know this type; implement it
          {'Type': 'Test::Thing', 'Properties': {'Colour': 'red'}}      | s.Resources.R.Properties.Colour = "red": the stage does not know this property
          {'Type': 'Test::Thing', 'Properties': {'Name': {'Ref': 'X'}}} | s.Resources.R.Properties.Name.Ref = X: must be a parameter or a resource
          {'Type': 'Test::Inert', 'Properties': {'Any': {'Fn::GetAtt': ['R', 'Colour']}}} | s.Resources.R.Properties.Any.Fn::GetAtt = R.Colour: must be
          {'Type': 'Test::Thing', 'DependsOn': 'X'}                     | s.Resources.R.DependsOn = X: must be a resource of the same stack
          {'Type': 'Test::Thing', 'Condition': 'X'}                     | s.Resources.R.Condition = "X": must be a condition of the template
          {'Type': 'Test::Thing', 'UpdatePolicy': {'CodeDeployLambdaAliasUpdate': {}}} | s.Resources.R.UpdatePolicy = {"CodeDeployLambdaAliasUpdate":{}}: the stage does not heed this attribute
          {'Type': 'Test::Thing', 'Properties': {'Name': {'Ref': 'R'}}} | s.Resources.R = R -> R: resources must not wait for each other
          """)
  void refusesAResource(String resource, String finding) {
    assertThatThrownBy(() -> plan("{'Resources': {'R': " + resource + "}}"))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith(finding);
  }

  @Test
  void namesTheWholeCircle() {
    assertThatThrownBy(() ->
            plan(
                """
                {'Resources': {
                  'A': {'Type': 'Test::Thing', 'DependsOn': 'B'},
                  'B': {'Type': 'Test::Thing', 'Properties': {'Uses': {'Ref': 'C'}}},
                  'C': {'Type': 'Test::Thing', 'DependsOn': ['A']}}}
                """))
        .hasMessageContaining("A -> B -> C -> A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Transform': 'AWS::Serverless-2016-10-31'     | s.Transform = "AWS::Serverless-2016-10-31": the stage does not read this section
          'Rules': {'Other': {}}                        | s.Rules.Other = {}: the stage does not check this rule
          'Outputs': {'O': {'Value': {'Ref': 'X'}}}     | s.Outputs.O.Value.Ref = X: must be
          'Outputs': {'O': {'Value': 1, 'Export': {'Name': {'Ref': 'R'}}}} | s.Outputs.O.Export.Name = {"Ref":"R"}: must be text that is known before
          'Parameters': {'P': {'Type': 'String'}}       | s.Parameters.P = nothing: must have a value
          """)
  void refusesASection(String section, String finding) {
    assertThatThrownBy(() -> plan("{'Resources': {'R': {'Type': 'Test::Thing'}}, " + section + "}"))
        .hasMessageStartingWith(finding);
  }

  @Test
  void acceptsTheRuleOfTheBootstrapStack() {
    var plan =
        plan(
            """
            {'Rules': {'CheckBootstrapVersion': {'Assertions': []}},
             'Resources': {'R': {'Type': 'Test::Thing'}}}
            """);
    assertThat(plan.order()).containsExactly("s.R");
  }

  @Test
  void refusesATemplateWithoutResources() {
    assertThatThrownBy(() -> plan("{}")).hasMessageStartingWith("s.Resources = : must have a");
  }

  @Test
  void reportsAllStacksAtOnceBeforeAnythingIsMade() {
    var good = Json.stack("good", "{'Resources': {'R': {'Type': 'Test::Thing'}}}");
    var bad = Json.stack("bad", "{'Resources': {'R': {'Type': 'No::Type'}, 'S': {'Type': 'Nor'}}}");
    var worse = Json.stack("worse", "{'Transform': 'x', 'Resources': {}}");
    assertThatThrownBy(() -> plan(List.of(good, bad, worse), Map.of()))
        .isInstanceOfSatisfying(
            TemplateRefused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::path)
                    .containsExactly(
                        "bad.Resources.R.Type",
                        "bad.Resources.S.Type",
                        "worse.Transform",
                        "worse.Resources"));
    assertThat(recorded.requests).isEmpty();
  }

  @Test
  void refusesToImportWhatOnlyALaterStackExports() {
    var importer =
        Json.stack(
            "importer",
            "{'Resources': {'R': {'Type': 'Test::Thing', 'Properties': {'Uses': {'Fn::ImportValue':"
                + " 'x'}}}}}");
    var exporter =
        Json.stack(
            "exporter",
            "{'Resources': {'R': {'Type': 'Test::Thing'}}, 'Outputs': {'O': {'Value': {'Ref': 'R'},"
                + " 'Export': {'Name': 'x'}}}}");
    assertThat(plan(List.of(exporter, importer), Map.of()).order()).hasSize(2);
    assertThatThrownBy(() -> plan(List.of(importer, exporter), Map.of()))
        .hasMessageContaining("Fn::ImportValue = x: must be exported by a stack that is deployed");
  }

  @Test
  void refusesParametersOfAStackThatIsNotThere() {
    var stack = Json.stack("s", "{'Resources': {'R': {'Type': 'Test::Thing'}}}");
    assertThatThrownBy(() -> plan(List.of(stack), Map.of("t", Map.of("P", "1"))))
        .hasMessage("t = {P=1}: must be one of the stacks; correct the name");
  }

  private DeploymentPlan plan(String template) {
    return plan(List.of(Json.stack("s", template)), Map.of());
  }

  private DeploymentPlan plan(
      List<StackTemplate> stacks, Map<String, Map<String, String>> parameters) {
    return DeploymentPlan.of(stacks, recorded.types(), Account.STAGE, parameters);
  }
}
