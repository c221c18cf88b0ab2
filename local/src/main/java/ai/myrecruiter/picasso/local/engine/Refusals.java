package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.asl.DefinitionRefused;
import ai.myrecruiter.picasso.local.engine.asl.Dialect;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;

/** Why calls are refused, in the words of the service. */
final class Refusals {
  private Refusals() {}

  static StepFunctionsException noStateMachine(String arn) {
    return new StepFunctionsException(
        Code.STATE_MACHINE_DOES_NOT_EXIST, "State Machine Does Not Exist: '" + arn + "'");
  }

  static StepFunctionsException stateMachineExists(String arn) {
    return new StepFunctionsException(
        Code.STATE_MACHINE_ALREADY_EXISTS, "State Machine Already Exists: '" + arn + "'");
  }

  static StepFunctionsException noExecution(String arn) {
    return new StepFunctionsException(
        Code.EXECUTION_DOES_NOT_EXIST, "Execution Does Not Exist: '" + arn + "'");
  }

  static StepFunctionsException executionExists(String arn) {
    return new StepFunctionsException(
        Code.EXECUTION_ALREADY_EXISTS, "Execution Already Exists: '" + arn + "'");
  }

  /** Refuses a call that the type of a state machine does not have. */
  static void requireType(WorkflowType type, StateMachine machine) {
    if (machine.type() != type) {
      throw new StepFunctionsException(
          Code.STATE_MACHINE_TYPE_NOT_SUPPORTED,
          "State Machine Type Not Supported: '%s' is %s, and this is for %s only"
              .formatted(machine.arn(), machine.type(), type));
    }
  }

  static StepFunctionsException invalid(String problem) {
    return new StepFunctionsException(Code.VALIDATION, problem);
  }

  static StepFunctionsException invalidArn(String problem) {
    return new StepFunctionsException(Code.INVALID_ARN, problem);
  }

  static StepFunctionsException conflict(String problem) {
    return new StepFunctionsException(Code.CONFLICT, problem);
  }

  static StepFunctionsException quota(String problem) {
    return new StepFunctionsException(Code.SERVICE_QUOTA_EXCEEDED, problem);
  }

  static StepFunctionsException noResource(String arn) {
    return new StepFunctionsException(Code.RESOURCE_NOT_FOUND, "Resource not found: '" + arn + "'");
  }

  /** Of a token that nobody waits for: its task is over, is none of this stage, or never was. */
  static StepFunctionsException token(boolean known, boolean wellFormed) {
    if (known) {
      return new StepFunctionsException(
          Code.TASK_TIMED_OUT, "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return wellFormed
        ? new StepFunctionsException(
            Code.TASK_DOES_NOT_EXIST, "Task Does Not Exist: 'No task of this stage has the token'")
        : new StepFunctionsException(Code.INVALID_TOKEN, "Invalid Token: 'Invalid token'");
  }

  /** Reads a definition or refuses it with all findings. */
  static Definition definition(String text, Dialect dialect) {
    try {
      return Definition.parse(text, dialect);
    } catch (DefinitionRefused e) {
      var refusal =
          new StepFunctionsException(Code.INVALID_DEFINITION, String.valueOf(e.getMessage()));
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Reads a payload or refuses it, because it is too large or not JSON. */
  static JsonNode payload(String text, Code code, String what) {
    if (Json.exceedsPayload(text)) {
      throw new StepFunctionsException(
          code, "%s: it is longer than %d bytes".formatted(what, Json.MAX_PAYLOAD_BYTES));
    }
    try {
      return Json.parse(text);
    } catch (Json.InvalidJson e) {
      throw new StepFunctionsException(code, "%s: '%s'".formatted(what, e.problem()));
    }
  }
}
