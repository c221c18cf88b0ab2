package ai.myrecruiter.picasso.local.engine;

/** A call that Step Functions refuses. */
public final class StepFunctionsException extends RuntimeException {
  private final Code code;

  /** The error codes of the service that the stage uses. */
  public enum Code {
    /** The resource is not as the call says, or others still use it. */
    CONFLICT("ConflictException"),
    /** The execution's name is taken; use another one. */
    EXECUTION_ALREADY_EXISTS("ExecutionAlreadyExists"),
    /** There is no such execution. */
    EXECUTION_DOES_NOT_EXIST("ExecutionDoesNotExist"),
    /** The ARN is not one of the resource that the call is about. */
    INVALID_ARN("InvalidArn"),
    /** The definition is refused; the message has all findings. */
    INVALID_DEFINITION("InvalidDefinition"),
    /** The input is not JSON or too large. */
    INVALID_EXECUTION_INPUT("InvalidExecutionInput"),
    /** The name has characters that the service does not take, or too many. */
    INVALID_NAME("InvalidName"),
    /** The output of a task is not JSON or too large. */
    INVALID_OUTPUT("InvalidOutput"),
    /** The token of a page or a task is none. */
    INVALID_TOKEN("InvalidToken"),
    /** Of several parameters, one must be given. */
    MISSING_REQUIRED_PARAMETER("MissingRequiredParameter"),
    /** There is no such version, alias or resource with tags. */
    RESOURCE_NOT_FOUND("ResourceNotFound"),
    /** There are too many already. */
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException"),
    /** The name is taken by a machine with another definition. */
    STATE_MACHINE_ALREADY_EXISTS("StateMachineAlreadyExists"),
    /** There is no such state machine. */
    STATE_MACHINE_DOES_NOT_EXIST("StateMachineDoesNotExist"),
    /** The call is one for workflows of the other type. */
    STATE_MACHINE_TYPE_NOT_SUPPORTED("StateMachineTypeNotSupported"),
    /** The token looks like one, but no task of the stage gave it out. */
    TASK_DOES_NOT_EXIST("TaskDoesNotExist"),
    /** The task of the token is over. */
    TASK_TIMED_OUT("TaskTimedOut"),
    /** More tags than a resource may have. */
    TOO_MANY_TAGS("TooManyTags"),
    /** An argument is missing or out of its range. */
    VALIDATION("ValidationException");

    private final String title;

    Code(String title) {
      this.title = title;
    }

    /** The code as the service writes it. */
    public String title() {
      return title;
    }
  }

  /** A refusal, with what the service says of it. */
  public StepFunctionsException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** Which rule was broken. */
  public Code code() {
    return code;
  }

  /** The bad value and the rule. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
