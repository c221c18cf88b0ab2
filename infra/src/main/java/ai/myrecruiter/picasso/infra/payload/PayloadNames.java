package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.Map;
import java.util.TreeMap;

/** What both functions find their tables by. */
final class PayloadNames {
  private PayloadNames() {}

  static Map<String, String> variables(EnvironmentSettings settings) {
    return new TreeMap<>(
        Map.of(
            "PICASSO_TOKENS_TABLE", settings.named("tokens"),
            "PICASSO_TENANTS_TABLE", settings.named("tenants"),
            "PICASSO_RECENT_MESSAGES_TABLE", settings.named("recent-messages"),
            "PICASSO_SUMMARIES_TABLE", settings.named("conversation-summaries"),
            "PICASSO_SESSIONS_TABLE", settings.named("sessions"),
            "PICASSO_CANCELLATIONS_TABLE", settings.named("stream-cancellations")));
  }
}
