package ai.myrecruiter.picasso.runtime.master;

import java.util.Locale;

/** What the function needs to do its work. */
enum Dependency {
  /** The JWT key rings in Secrets Manager. */
  KEY_RING,
  /** The table of revocations and refresh tokens. */
  TOKENS,
  /** The registry of tenants. */
  TENANTS,
  /** The tables of messages and summaries. */
  CONVERSATIONS;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
