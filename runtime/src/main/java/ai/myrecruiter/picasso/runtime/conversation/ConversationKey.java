package ai.myrecruiter.picasso.runtime.conversation;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whose conversation it is. All three come from a verified token, never from a request.
 *
 * @param tenant id of the tenant, 1 to 63 small letters, digits or hyphens
 * @param subject who talks, as an id that the service made up
 * @param session the conversation
 */
public record ConversationKey(String tenant, String subject, String session) {
  private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Pattern PAIR = Pattern.compile("([0-9a-f]{24})-([0-9a-f]{24})");
  private static final int ID_BYTES = 12;

  /**
   * Checks the forms: none has a {@code #}, which separates the parts of a key.
   *
   * @throws IllegalArgumentException naming rule and fix
   */
  public ConversationKey {
    check("tenant id", tenant, TENANT);
    check("subject", subject, ID);
    check("session", session, ID);
  }

  private static void check(String what, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a %s of %d characters does not match %s: take it from a verified token"
              .formatted(what, value.length(), form));
    }
  }

  /**
   * The key of a token.
   *
   * @param tokenSession the session that a token speaks for: {@code subject-session} as {@link
   *     #newSession} makes it; any other id is subject and session in one
   */
  public static ConversationKey of(String tenant, String tokenSession) {
    var pair = PAIR.matcher(tokenSession);
    return pair.matches()
        ? new ConversationKey(tenant, pair.group(1), tokenSession)
        : new ConversationKey(tenant, tokenSession, tokenSession);
  }

  /**
   * The key that stands for all conversations of a subject.
   *
   * @param subject the part of a session id before its hyphen, or the whole of one without
   */
  public static ConversationKey ofSubject(String tenant, String subject) {
    return new ConversationKey(tenant, subject, subject);
  }

  /** Whether a text can be a subject or a session. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * A session id for a new subject.
   *
   * @param random 24 random bytes
   */
  public static String newSession(byte[] random) {
    return hex(random, 0) + "-" + hex(random, ID_BYTES);
  }

  /**
   * A session id for another conversation of this key's subject, if the service made the subject
   * up.
   *
   * @param random 24 random bytes
   */
  public String anotherSession(byte[] random) {
    var pair = PAIR.matcher(session);
    return (pair.matches() ? subject : hex(random, 0)) + "-" + hex(random, ID_BYTES);
  }

  private static String hex(byte[] bytes, int from) {
    return HexFormat.of().formatHex(bytes, from, from + ID_BYTES);
  }

  /** The same subject's other conversation. */
  ConversationKey withSession(String other) {
    return new ConversationKey(tenant, subject, other);
  }

  /** Leading key of messages and summaries. */
  String tenantSession() {
    return tenant + "#" + session;
  }

  /** Leading key of sessions. */
  String tenantSubject() {
    return tenant + "#" + subject;
  }
}
