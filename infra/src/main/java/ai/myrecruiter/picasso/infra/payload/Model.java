package ai.myrecruiter.picasso.infra.payload;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnParameter;
import software.constructs.Construct;

/** The model and the guardrail, which a deployment chooses by parameters. */
final class Model {
  private static final String DEFAULT = "anthropic.claude-haiku-4-5-20251001-v1:0";
  private final CfnParameter id;
  private final CfnParameter guardrail;
  private final CfnParameter guardrailVersion;

  Model(Construct scope) {
    id =
        CfnParameter.Builder.create(scope, "ModelId")
            .type("String")
            .defaultValue(DEFAULT)
            .allowedPattern("[a-zA-Z0-9.:_-]{1,128}")
            .description("Bedrock foundation model that answers")
            .build();
    guardrail =
        CfnParameter.Builder.create(scope, "GuardrailId")
            .type("String")
            .defaultValue("")
            .allowedPattern("[a-z0-9]{0,64}")
            .description("Guardrail that redacts summaries; empty for the rules alone")
            .build();
    guardrailVersion =
        CfnParameter.Builder.create(scope, "GuardrailVersion")
            .type("String")
            .defaultValue("DRAFT")
            .allowedPattern("DRAFT|[1-9][0-9]{0,7}")
            .description("Version of the guardrail")
            .build();
  }

  Map<String, String> variables() {
    return Map.of(
        "PICASSO_MODEL_ID", id.getValueAsString(),
        "PICASSO_GUARDRAIL_ID", guardrail.getValueAsString(),
        "PICASSO_GUARDRAIL_VERSION", guardrailVersion.getValueAsString());
  }

  List<String> arns() {
    return List.of(
        "arn:%s:bedrock:%s::foundation-model/%s"
            .formatted(Aws.PARTITION, Aws.REGION, id.getValueAsString()));
  }

  /** Any guardrail of the account: without one the statement must still be valid. */
  List<String> guardrails() {
    return List.of(
        "arn:%s:bedrock:%s:%s:guardrail/*".formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID));
  }
}
