package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.Map;

/** What tasks find their stores by: the tables of the data stack and the topic of releases. */
final class Stores {
  private Stores() {}

  static Map<String, String> variables(EnvironmentSettings settings) {
    return Map.of(
        "PICASSO_LEASES_TABLE", settings.named("leases"),
        "PICASSO_ROLLOUTS_TABLE", settings.named("rollouts"),
        "PICASSO_TENANTS_TABLE", settings.named("tenants"),
        "PICASSO_TOKENS_TABLE", settings.named("tokens"),
        "PICASSO_TOPIC_ARN", settings.topicArn("releases"));
  }
}
