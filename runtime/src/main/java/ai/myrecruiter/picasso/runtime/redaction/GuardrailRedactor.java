package ai.myrecruiter.picasso.runtime.redaction;

import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ApplyGuardrailResponse;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailAction;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailAssessment;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailContentSource;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailOutputContent;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailSensitiveInformationPolicyAction;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailTextBlock;

/**
 * Redacts by the sensitive-information filters of a Bedrock guardrail, and by another redactor
 * after them. A guardrail that blocks instead of masking, or that finds anything but sensitive
 * information, answers with a text of its own: that is a failure.
 */
public final class GuardrailRedactor implements Redactor {
  private final BedrockRuntimeClient bedrock;
  private final String guardrail;
  private final String version;
  private final Redactor after;

  /**
   * A redactor with a guardrail.
   *
   * @param guardrail its id or ARN
   * @param version its version, or {@code DRAFT}
   * @param after looks at what the guardrail let through
   */
  public GuardrailRedactor(
      BedrockRuntimeClient bedrock, String guardrail, String version, Redactor after) {
    this.bedrock = bedrock;
    this.guardrail = guardrail;
    this.version = version;
    this.after = after;
  }

  @Override
  public RedactedText redact(String text) throws RedactionFailed {
    if (text.length() > RulesRedactor.MOST_CHARACTERS) {
      throw new RedactionFailed(RedactionFailed.Reason.TOO_LONG);
    }
    return after.redact(masked(text, apply(text)));
  }

  private ApplyGuardrailResponse apply(String text) throws RedactionFailed {
    try {
      return bedrock.applyGuardrail(request ->
          request
              .guardrailIdentifier(guardrail)
              .guardrailVersion(version)
              .source(GuardrailContentSource.INPUT)
              .content(
                  GuardrailContentBlock.fromText(GuardrailTextBlock.builder().text(text).build())));
    } catch (SdkException e) {
      throw new RedactionFailed(RedactionFailed.Reason.SERVICE);
    }
  }

  private static String masked(String text, ApplyGuardrailResponse response)
      throws RedactionFailed {
    if (response.action() == GuardrailAction.NONE) {
      return text;
    }
    boolean onlyMasked =
        response.action() == GuardrailAction.GUARDRAIL_INTERVENED
            && response.hasOutputs()
            && response.assessments().stream().allMatch(GuardrailRedactor::onlyMasked);
    if (!onlyMasked) {
      throw new RedactionFailed(RedactionFailed.Reason.SERVICE);
    }
    return response.outputs().stream()
        .map(GuardrailOutputContent::text)
        .collect(Collectors.joining());
  }

  private static boolean onlyMasked(GuardrailAssessment assessment) {
    var masked = GuardrailSensitiveInformationPolicyAction.ANONYMIZED;
    var sensitive = assessment.sensitiveInformationPolicy();
    return assessment.topicPolicy() == null
        && assessment.contentPolicy() == null
        && assessment.wordPolicy() == null
        && sensitive != null
        && sensitive.piiEntities().stream().allMatch(found -> found.action() == masked)
        && sensitive.regexes().stream().allMatch(found -> found.action() == masked);
  }
}
