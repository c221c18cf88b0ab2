package ai.myrecruiter.picasso.runtime.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

final class RedactorsTest {
  private static final Map<String, String> REGION = Map.of("AWS_REGION", "us-east-1");

  @Test
  void takesTheRulesAloneWhereNoGuardrailIsNamed() {
    var redactor =
        Redactors.of(
            new AwsAccess(Map.of("PICASSO_GUARDRAIL_ID", "")),
            () -> {
              throw new AssertionError("no client is needed for the rules");
            });
    assertThat(redactor).isInstanceOf(RulesRedactor.class);
  }

  @Test
  void takesTheGuardrailThatTheDeploymentNames() {
    var access = new AwsAccess(Map.of("PICASSO_GUARDRAIL_ID", "gr-1"));
    try (BedrockRuntimeClient bedrock =
        BedrockRuntimeClient.builder().region(new AwsAccess(REGION).region()).build()) {
      assertThat(Redactors.of(access, () -> bedrock)).isInstanceOf(GuardrailRedactor.class);
    }
  }
}
