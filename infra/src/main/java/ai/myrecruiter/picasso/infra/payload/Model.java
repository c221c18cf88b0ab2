package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnParameter;
import software.constructs.Construct;

/** The model and the guardrail: as configured, unless a deployment chooses others by parameter. */
final class Model {
  private final CfnParameter id;
  private final CfnParameter guardrail;
  private final CfnParameter guardrailVersion;

  Model(Construct scope, EnvironmentSettings settings) {
    var choice = settings.config().model();
    id =
        CfnParameter.Builder.create(scope, "ModelId")
            .type("String")
            .defaultValue(choice.id())
            .allowedPattern("[a-zA-Z0-9.:_-]{1,128}")
            .description("Bedrock foundation model that answers")
            .build();
    guardrail =
        CfnParameter.Builder.create(scope, "GuardrailId")
            .type("String")
            .defaultValue(choice.guardrail())
            .allowedPattern("[a-z0-9]{0,64}")
            .description("Guardrail that redacts summaries; empty for the rules alone")
            .build();
    guardrailVersion =
        CfnParameter.Builder.create(scope, "GuardrailVersion")
            .type("String")
            .defaultValue(choice.guardrailVersion())
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
