package ai.myrecruiter.picasso.runtime.telemetry;

import java.util.Locale;

/** What a log line is about: the value of its field {@code event}. */
public enum LogEvent {
  /** A request was answered. */
  REQUEST,
  /** A token was issued, refreshed, revoked or refused. */
  TOKEN,
  /** A stream was opened, ended, cut or cancelled. */
  STREAM,
  /** The model answered or failed. */
  MODEL,
  /** Part of a conversation was written, or kept out because redaction failed. */
  CONVERSATION,
  /** A conversation or a subject was erased, or could not be. */
  ERASURE,
  /** A dependency was asked whether it works. */
  HEALTH,
  /** The key ring was read anew. */
  KEY_RING,
  /** The execution environment started, was frozen or restored. */
  ENVIRONMENT;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
