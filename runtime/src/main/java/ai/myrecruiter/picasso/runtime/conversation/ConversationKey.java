package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;

/**
 * Whose conversation it is. All three come from a verified token, never from a request.
 *
 * @param tenant id of the tenant, 1 to 63 small letters, digits, hyphens or underscores
 * @param subject who talks, as an id that the service made up
 * @param session the conversation
 */
public record ConversationKey(String tenant, OpaqueId subject, OpaqueId session) {
  private static final String TENANT = "[a-z0-9][a-z0-9_-]{0,62}";

  /**
   * Checks the tenant, which separates keys by {@code #}.
   *
   * @throws IllegalArgumentException naming rule and fix
   */
  public ConversationKey {
    checkTenant(tenant);
  }

  static String checkTenant(String tenant) {
    if (!tenant.matches(TENANT)) {
      throw new IllegalArgumentException(
          "a tenant id of %d characters does not match %s: take it from a verified token"
              .formatted(tenant.length(), TENANT));
    }
    return tenant;
  }

  /** The same subject's other conversation. */
  ConversationKey withSession(OpaqueId other) {
    return new ConversationKey(tenant, subject, other);
  }

  /** Leading key of messages and summaries. */
  String tenantSession() {
    return tenant + "#" + session.value();
  }

  /** Leading key of sessions. */
  String tenantSubject() {
    return tenant + "#" + subject.value();
  }
}
