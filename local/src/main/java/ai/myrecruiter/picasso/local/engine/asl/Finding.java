package ai.myrecruiter.picasso.local.engine.asl;

/**
 * A reason to refuse a definition, or to doubt it.
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
    NOT_SUPPORTED_BY_THE_STAGE,
    /**
     * A value looks like a path or an intrinsic function, and its name does not end in {@code .$}.
     */
    NO_DOLLAR,
    /** A value looks like a path, and its name does not end in {@code Path}. */
    NO_PATH,
    /** The Result of a Pass looks like a path; it is taken as it is. */
    PASS_RESULT_IS_STATIC;

    /** Whether a definition is taken all the same. */
    public boolean isWarning() {
      return switch (this) {
        case NO_DOLLAR, NO_PATH, PASS_RESULT_IS_STATIC -> true;
        case INVALID_JSON_DESCRIPTION,
            SCHEMA_VALIDATION_FAILED,
            MISSING_TRANSITION_TARGET,
            MISSING_END_STATE,
            DUPLICATE_STATE_NAME,
            NOT_SUPPORTED_BY_THE_STAGE ->
            false;
      };
    }
  }

  @Override
  public String toString() {
    return "%s: %s at %s".formatted(code, message, location.isEmpty() ? null : location);
  }
}
