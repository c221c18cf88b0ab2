package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds in every stack of every environment. */
final class EveryStackTest {
  static final List<String> STACKS =
      Stream.of("staging", "production")
          .flatMap(environment ->
              Stream.of("data", "payload", "observability", "workflows", "triggers", "audit")
                  .map(stack -> "picasso-" + environment + "-" + stack))
          .toList();

  @ParameterizedTest
  @FieldSource("STACKS")
  void keepsLogsForALimitedTime(String stack) {
    assertThat(SynthesizedApp.properties(stack, "AWS::Logs::LogGroup"))
        .allSatisfy(group ->
            assertThat(group.path("RetentionInDays").asInt())
                .isEqualTo(stack.contains("production") ? 365 : 30));
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void encryptsLogsWithTheKeyOfTheStack(String stack) {
    assertThat(SynthesizedApp.properties(stack, "AWS::Logs::LogGroup"))
        .allSatisfy(
            group -> assertThat(group.at("/KmsKeyId/Fn::GetAtt/0").asText()).startsWith("LogKey"));
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void speaksTlsOnlyWhereAPolicyDecides(String stack) {
    assertThat(denials(stack, "AWS::S3::BucketPolicy"))
        .isEqualTo(SynthesizedApp.properties(stack, "AWS::S3::Bucket").size());
    assertThat(denials(stack, "AWS::SNS::TopicPolicy"))
        .isEqualTo(SynthesizedApp.properties(stack, "AWS::SNS::Topic").size());
    assertThat(SynthesizedApp.properties(stack, "AWS::SQS::Queue"))
        .as("a queue needs such a policy too: add it here with the first one")
        .isEmpty();
  }

  /** Policies with a statement that denies everybody what does not come by TLS. */
  private static int denials(String stack, String type) {
    Predicate<JsonNode> denies =
        statement ->
            statement.path("Effect").asText().equals("Deny")
                && statement.at("/Condition/Bool/aws:SecureTransport").asText().equals("false")
                && statement.path("Principal").toString().contains("*");
    return (int)
        SynthesizedApp.properties(stack, type).stream()
            .filter(policy -> policy.at("/PolicyDocument/Statement").valueStream().anyMatch(denies))
            .count();
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void givesEveryFunctionALogGroupOfItsName(String stack) {
    var groups =
        SynthesizedApp.properties(stack, "AWS::Logs::LogGroup").stream()
            .map(group -> group.path("LogGroupName").asText())
            .toList();
    for (var function : SynthesizedApp.properties(stack, "AWS::Lambda::Function")) {
      assertThat(groups).contains("/aws/lambda/" + function.path("FunctionName").asText());
      assertThat(function.path("LoggingConfig").has("LogGroup")).isTrue();
    }
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void shipsTheCodeOfEveryFunction(String stack) {
    var keys = new ArrayList<String>();
    for (var file : SynthesizedApp.read(stack + ".assets.json").path("files")) {
      assertThat(SynthesizedApp.output().resolve(file.path("source").path("path").asText()))
          .isRegularFile();
      file.path("destinations").forEach(it -> keys.add(it.path("objectKey").asText()));
    }
    for (var function : SynthesizedApp.properties(stack, "AWS::Lambda::Function")) {
      assertThat(keys).contains(function.path("Code").path("S3Key").asText());
    }
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void namesEveryResourceThatOthersFindByItsName(String stack) {
    var nameOf =
        Map.of(
            "AWS::ApiGatewayV2::Api", "Name",
            "AWS::CloudWatch::CompositeAlarm", "AlarmName",
            "AWS::Lambda::Function", "FunctionName",
            "AWS::DynamoDB::Table", "TableName",
            "AWS::StepFunctions::StateMachine", "StateMachineName",
            "AWS::CloudWatch::Alarm", "AlarmName",
            "AWS::SNS::Topic", "TopicName",
            "AWS::Scheduler::Schedule", "Name",
            "AWS::Events::Rule", "Name");
    var prefix = stack.substring(0, stack.lastIndexOf('-') + 1);
    for (var resource : SynthesizedApp.resources(stack)) {
      var property = nameOf.get(type(resource.getValue()));
      if (property != null) {
        assertThat(resource.getValue().path("Properties").path(property).asText())
            .as(resource.getKey())
            .startsWith(prefix);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void dependsOnNoOtherStackByExport(String stack) {
    assertThat(SynthesizedApp.template(stack).toString())
        .doesNotContain("Fn::ImportValue")
        .doesNotContain("\"Export\"");
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void refusesTerminationInProductionOnly(String stack) {
    var properties = SynthesizedApp.read("manifest.json").path("artifacts").path(stack);
    assertThat(properties.at("/properties/terminationProtection").asBoolean())
        .isEqualTo(stack.contains("production"));
  }

  @Test
  void fitsIntoOneTemplateOfTheService() {
    for (var stack : STACKS) {
      assertThat(SynthesizedApp.template(stack).toString().length()).isLessThan(1_000_000);
      assertThat(SynthesizedApp.resources(stack)).hasSizeLessThan(500);
    }
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }
}
