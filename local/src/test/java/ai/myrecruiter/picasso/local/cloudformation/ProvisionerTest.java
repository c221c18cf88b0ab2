package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProvisionerTest {
  private final RecordedTypes recorded = new RecordedTypes();

  @Test
  void givesEveryResourceItsEvaluatedProperties() {
    var stacks =
        provision(
            Json.stack(
                "s",
                """
                {'Parameters': {'Size': {'Type': 'String', 'Default': '1'}},
                 'Resources': {
                  'A': {'Type': 'Test::Thing', 'Properties': {
                    'Name': 'named', 'Size': {'Ref': 'Size'},
                    'Uses': {'Fn::Sub': '${B}:${B.Nested.Value}'},
                    'Parts': [{'Key': {'Ref': 'AWS::NoValue'}}]}},
                  'B': {'Type': 'Test::Thing'}},
                 'Outputs': {'Arn': {'Value': {'Fn::GetAtt': ['A', 'Arn']}}}}
                """));
    assertThat(recorded.propertiesOf("A"))
        .isEqualTo(
            "{\"Name\":\"named\",\"Size\":\"1\",\"Uses\":\"s-B:nested-s-B\",\"Parts\":[{}]}");
    assertThat(stacks.getFirst().output("Arn")).isEqualTo("arn:named");
    assertThat(stacks.getFirst().resources().keySet()).containsExactly("B", "A");
  }

  @Test
  void takesParametersInsteadOfDefaults() {
    var stack =
        Json.stack(
            "s",
            """
            {'Parameters': {'Size': {'Type': 'String', 'Default': '1'}},
             'Resources': {'A': {'Type': 'Test::Thing', 'Properties': {'Size': {'Ref': 'Size'}}}}}
            """);
    var parameters = Map.of("s", Map.of("Size", "4"));
    Provisioner.provision(
        DeploymentPlan.of(List.of(stack), recorded.types(), Account.STAGE, parameters));
    assertThat(recorded.propertiesOf("A")).isEqualTo("{\"Size\":\"4\"}");
  }

  @Test
  void carriesExportsToLaterStacks() {
    provision(
        Json.stack(
            "first",
            """
            {'Resources': {'A': {'Type': 'Test::Thing'}},
             'Outputs': {'O': {'Value': {'Ref': 'A'}, 'Export': {'Name': {'Fn::Sub': '${AWS::StackName}:A'}}}}}
            """),
        Json.stack(
            "second",
            """
            {'Resources': {'B': {'Type': 'Test::Thing', 'Properties': {
              'Uses': {'Fn::Join': ['/', ['a', {'Fn::ImportValue': 'first:A'}]]}}}}}
            """));
    assertThat(recorded.propertiesOf("B")).isEqualTo("{\"Uses\":\"a/first-A\"}");
  }

  @Test
  void namesTheResourceThatAServiceRefuses() {
    var stack =
        Json.stack(
            "s",
            "{'Resources': {'R': {'Type': 'Test::Thing', 'Properties': {'Size': 'too large'}}}}");
    assertThatThrownBy(() -> provision(stack))
        .isInstanceOf(ProvisioningFailed.class)
        .hasMessage("s.Resources.R (Test::Thing) was not made: size 'too large' is not to be had");
  }

  @Test
  void refusesAValueThatTurnsOutWrongOnlyWhenItsResourceExists() {
    var stack =
        Json.stack(
            "s",
            """
            {'Resources': {'A': {'Type': 'Test::Thing'},
              'B': {'Type': 'Test::Thing', 'Properties': {
                'Uses': {'Fn::Select': [3, {'Fn::Split': ['-', {'Ref': 'A'}]}]}}}}}
            """);
    assertThatThrownBy(() -> provision(stack))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("s.Resources.B.Properties.Uses.Fn::Select");
  }

  @Test
  void findsCodeAmongTheAssetsOfTheStack() {
    var stack = new StackTemplate("s", Json.of("{}"), Map.of("abc.jar", Path.of("asset.abc.jar")));
    assertThat(function(stack, "abc.jar").code()).isEqualTo(Path.of("asset.abc.jar"));
    assertThatThrownBy(() -> function(stack, "def.jar").code())
        .hasMessage(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The"
                + " specified key does not exist. (bucket b, key def.jar: upload the assets of s"
                + " first)");
  }

  private static ResourceRequest function(StackTemplate stack, String key) {
    var code = Json.of("{'Code': {'S3Bucket': 'b', 'S3Key': '%s'}}".formatted(key));
    return new ResourceRequest(stack, "Function", code, Account.STAGE, stack);
  }

  @Test
  void namesTheOutputsThereAre() {
    var stack = new ProvisionedStack("s", Map.of(), Map.of("Url", "http://x"));
    assertThatThrownBy(() -> stack.output("URL")).hasMessage("output URL: stack s has only [Url]");
  }

  private List<ProvisionedStack> provision(StackTemplate... stacks) {
    return Provisioner.provision(
        DeploymentPlan.of(List.of(stacks), recorded.types(), Account.STAGE, Map.of()));
  }
}
