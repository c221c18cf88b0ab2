package ai.myrecruiter.picasso.local.engine.asl;

/**
 * A reason to refuse a definition.
 *
 * @param code which kind of reason
 * @param location the JSON path of the offending field, such as {@code /States/Ship/Next}; empty
 *     when the whole definition is meant
 * @param message what is wrong
 */
public record Finding(Code code, String location, String message) {
  /** The kinds of reason, named as the service names them. */
  public enum Code {
    /** The text is not JSON. */
    INVALID_JSON_DESCRIPTION,
    /** A field is missing, unknown, of the wrong type or has an illegal value. */
    SCHEMA_VALIDATION_FAILED,
    /** A state leads nowhere or is reached from nowhere. */
    MISSING_TRANSITION_TARGET,
    /** No state ends the machine. */
    MISSING_END_STATE,
    /** A name is used twice in a definition, whatever the depth. */
    DUPLICATE_STATE_NAME,
    /** The service would run it, this engine does not. */
    NOT_SUPPORTED_BY_THE_STAGE
  }

  @Override
  public String toString() {
    return "%s: %s at %s".formatted(code, message, location.isEmpty() ? null : location);
  }
}
