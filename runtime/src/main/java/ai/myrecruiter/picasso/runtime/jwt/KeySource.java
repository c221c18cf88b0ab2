package ai.myrecruiter.picasso.runtime.jwt;

/** Where the rings come from; {@link KeyCache} remembers what it gives. */
public interface KeySource {
  /**
   * Reads the rings.
   *
   * @throws TokensUnavailable if they cannot be read or break a rule
   */
  KeyRings read();
}
