package ai.myrecruiter.picasso.infra.payload;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What each function of the payload may do, and nothing more. The streaming function, which anybody
 * can call, can read no private key, issue no token and delete nothing.
 */
final class Grants {
  private final PayloadTables tables;
  private final KeyRingSecrets secrets;
  private final Model model;

  Grants(PayloadTables tables, KeyRingSecrets secrets, Model model) {
    this.tables = tables;
    this.secrets = secrets;
    this.model = model;
  }

  static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
  }

  private static PolicyStatement onTable(Table table, String... actions) {
    return allow(
        List.of(actions).stream().map(action -> "dynamodb:" + action).toList(),
        List.of(table.getTableArn()));
  }

  List<PolicyStatement> master() {
    return List.of(
        allow(List.of("secretsmanager:GetSecretValue"), List.of(secrets.signing.getRef())),
        onTable(tables.tokens, "BatchGetItem", "GetItem", "PutItem", "UpdateItem"),
        onTable(tables.tenants, "GetItem"),
        onTable(tables.messages, "DeleteItem", "PutItem", "Query"),
        onTable(tables.summaries, "DeleteItem", "GetItem", "PutItem"),
        onTable(
            tables.sessions, "ConditionCheckItem", "DeleteItem", "PutItem", "Query", "UpdateItem"),
        allow(List.of("bedrock:InvokeModel"), model.arns()),
        allow(List.of("bedrock:ApplyGuardrail"), model.guardrails()));
  }

  List<PolicyStatement> streaming() {
    return List.of(
        allow(List.of("secretsmanager:GetSecretValue"), List.of(secrets.verification.getRef())),
        onTable(tables.tokens, "BatchGetItem"),
        onTable(tables.tenants, "GetItem"),
        onTable(tables.messages, "PutItem", "Query"),
        onTable(tables.summaries, "GetItem", "PutItem"),
        onTable(tables.sessions, "PutItem", "UpdateItem"),
        onTable(tables.cancellations, "GetItem", "PutItem"),
        allow(List.of("bedrock:InvokeModelWithResponseStream"), model.arns()),
        allow(List.of("bedrock:ApplyGuardrail"), model.guardrails()));
  }
}
