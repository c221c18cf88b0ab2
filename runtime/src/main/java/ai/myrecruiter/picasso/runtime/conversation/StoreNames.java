package ai.myrecruiter.picasso.runtime.conversation;

import java.util.Map;

/**
 * Names of the tables.
 *
 * @param messages {@code recent-messages}: tenantSession, timestamp
 * @param summaries {@code conversation-summaries}: tenantSession
 * @param sessions {@code sessions}: tenantSubject, session; whether a session may be written
 */
public record StoreNames(String messages, String summaries, String sessions) {
  /** Variable that names the table of messages. */
  public static final String MESSAGES = "PICASSO_RECENT_MESSAGES_TABLE";

  /** Variable that names the table of summaries. */
  public static final String SUMMARIES = "PICASSO_SUMMARIES_TABLE";

  /** Variable that names the table of sessions. */
  public static final String SESSIONS = "PICASSO_SESSIONS_TABLE";

  /**
   * The names that a function was deployed with.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public static StoreNames of(Map<String, String> environment) {
    return new StoreNames(
        required(environment, MESSAGES),
        required(environment, SUMMARIES),
        required(environment, SESSIONS));
  }

  private static String required(Map<String, String> environment, String variable) {
    var value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new IllegalStateException(
          "environment variable %s is not set: give the name of its table".formatted(variable));
    }
    return value;
  }
}
