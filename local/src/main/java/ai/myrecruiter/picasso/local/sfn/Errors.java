package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.TooManyTagsException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Refusals of the stage as the exceptions of the SDK. */
final class Errors {
  private static final int BAD_REQUEST = 400;

  private Errors() {}

  static SfnException toSdk(StepFunctionsException refusal) {
    var details =
        AwsErrorDetails.builder()
            .errorCode(refusal.code().title())
            .errorMessage(refusal.explanation())
            .serviceName("Sfn")
            .build();
    return (SfnException)
        builder(refusal.code())
            .message(refusal.explanation())
            .awsErrorDetails(details)
            .statusCode(BAD_REQUEST)
            .cause(refusal)
            .build();
  }

  private static SfnException.Builder builder(StepFunctionsException.Code code) {
    return switch (code) {
      case CONFLICT -> ConflictException.builder();
      case EXECUTION_ALREADY_EXISTS -> ExecutionAlreadyExistsException.builder();
      case EXECUTION_DOES_NOT_EXIST -> ExecutionDoesNotExistException.builder();
      case INVALID_ARN -> InvalidArnException.builder();
      case INVALID_DEFINITION -> InvalidDefinitionException.builder();
      case INVALID_EXECUTION_INPUT -> InvalidExecutionInputException.builder();
      case INVALID_NAME -> InvalidNameException.builder();
      case INVALID_OUTPUT -> InvalidOutputException.builder();
      case INVALID_TOKEN -> InvalidTokenException.builder();
      case MISSING_REQUIRED_PARAMETER -> MissingRequiredParameterException.builder();
      case RESOURCE_NOT_FOUND -> ResourceNotFoundException.builder();
      case SERVICE_QUOTA_EXCEEDED -> ServiceQuotaExceededException.builder();
      case STATE_MACHINE_ALREADY_EXISTS -> StateMachineAlreadyExistsException.builder();
      case STATE_MACHINE_DOES_NOT_EXIST -> StateMachineDoesNotExistException.builder();
      case STATE_MACHINE_TYPE_NOT_SUPPORTED -> StateMachineTypeNotSupportedException.builder();
      case TASK_DOES_NOT_EXIST -> TaskDoesNotExistException.builder();
      case TASK_TIMED_OUT -> TaskTimedOutException.builder();
      case TOO_MANY_TAGS -> TooManyTagsException.builder();
      case VALIDATION -> ValidationException.builder();
    };
  }
}
