package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What each function of the payload may do, and nothing more. The streaming function, which anybody
 * can call, can read no private key, issue no token and delete nothing.
 */
final class Grants {
  private final EnvironmentSettings settings;
  private final Model model;

  Grants(EnvironmentSettings settings, Model model) {
    this.settings = settings;
    this.model = model;
  }

  static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
  }

  private PolicyStatement onTable(String table, String... actions) {
    return allow(
        List.of(actions).stream().map(action -> "dynamodb:" + action).toList(),
        List.of(settings.tableArn(table)));
  }

  private static PolicyStatement readSecret(String name) {
    return allow(
        List.of("secretsmanager:GetSecretValue"), List.of(EnvironmentSettings.secretArn(name)));
  }

  List<PolicyStatement> master() {
    return List.of(
        readSecret(settings.signingSecret()),
        onTable("tokens", "BatchGetItem", "PutItem", "UpdateItem"),
        onTable("tenants", "GetItem"),
        onTable("recent-messages", "DeleteItem", "PutItem", "Query"),
        onTable("conversation-summaries", "DeleteItem", "GetItem", "PutItem"),
        onTable("sessions", "ConditionCheckItem", "DeleteItem", "PutItem", "Query", "UpdateItem"),
        allow(List.of("bedrock:InvokeModel"), model.arns()),
        allow(List.of("bedrock:ApplyGuardrail"), model.guardrails()));
  }

  List<PolicyStatement> streaming() {
    return List.of(
        readSecret(settings.verificationSecret()),
        onTable("tokens", "BatchGetItem"),
        onTable("tenants", "GetItem"),
        onTable("recent-messages", "PutItem", "Query"),
        onTable("conversation-summaries", "GetItem", "PutItem"),
        onTable("sessions", "PutItem", "UpdateItem"),
        onTable("stream-cancellations", "GetItem", "PutItem"),
        allow(List.of("bedrock:InvokeModelWithResponseStream"), model.arns()),
        allow(List.of("bedrock:ApplyGuardrail"), model.guardrails()));
  }
}
