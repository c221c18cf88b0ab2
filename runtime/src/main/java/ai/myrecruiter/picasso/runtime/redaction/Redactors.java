package ai.myrecruiter.picasso.runtime.redaction;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import java.util.function.Supplier;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Which redactor a deployment asked for. */
public final class Redactors {
  private static final String FIRST_VERSION = "DRAFT";

  private Redactors() {}

  /**
   * The guardrail of {@code PICASSO_GUARDRAIL_ID} with {@code PICASSO_GUARDRAIL_VERSION} and the
   * rules after it; the rules alone where no guardrail is named.
   *
   * @param bedrock made only where there is a guardrail
   */
  public static Redactor of(AwsAccess access, Supplier<BedrockRuntimeClient> bedrock) {
    var rules = new RulesRedactor();
    return access
        .value("PICASSO_GUARDRAIL_ID")
        .<Redactor>map(guardrail ->
            new GuardrailRedactor(
                bedrock.get(),
                guardrail,
                access.value("PICASSO_GUARDRAIL_VERSION").orElse(FIRST_VERSION),
                rules))
        .orElse(rules);
  }
}
