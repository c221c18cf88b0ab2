package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.local.wire.PojoJson;
import ai.myrecruiter.picasso.local.wire.Reply;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireCall;
import ai.myrecruiter.picasso.local.wire.WireService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.SfnException;

/**
 * Step Functions in the protocol of AWS (JSON 1.0), so that the AWS CLI and SDKs reach the stage
 * from another process.
 */
public final class StepFunctionsEndpoint implements WireService {
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final String TARGET_PREFIX = "AWSStepFunctions.";
  private static final int MAX_BODY_BYTES = 2 * 1024 * 1024;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /** Errors of the protocol, which are not errors of this service. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of(
          "UnknownOperationException",
          "SerializationException",
          "AccessDeniedException",
          "MissingAuthenticationTokenException",
          "RequestEntityTooLargeException",
          "InternalServerException");

  private final SdkOperations operations;

  private StepFunctionsEndpoint(StepFunctions core) {
    this.operations = SdkOperations.of(StageSfnClient.calls(core));
  }

  /**
   * Starts to serve; the URI of the server is the one for {@code AWS_ENDPOINT_URL_SFN}.
   *
   * @param port on the loopback interface, 0 for any that is free
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static LoopbackServer serve(StepFunctions core, int port) {
    return new LoopbackServer(new StepFunctionsEndpoint(core), port);
  }

  @Override
  public String name() {
    return "Step Functions";
  }

  @Override
  public int maxBodyBytes() {
    return MAX_BODY_BYTES;
  }

  @Override
  public Reply answer(WireCall call) {
    var target = call.header("x-amz-target").orElse("");
    var operation =
        operations.named(
            target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "");
    if (operation.isEmpty() || !call.method().equals("POST")) {
      return error(
          BAD_REQUEST,
          "UnknownOperationException",
          "The stage has no operation '%s' of Step Functions; it has %s"
              .formatted(target, operations.names()));
    }
    return answer(operation.get(), call.text());
  }

  private Reply answer(SdkOperations.SdkOperation operation, String body) {
    try {
      if (Json.parse(body) instanceof ObjectNode request) {
        var answer = operation.answer(builder -> PojoJson.read(request, builder));
        return Reply.json(OK, CONTENT_TYPE, PojoJson.write(answer));
      }
      return error(BAD_REQUEST, "SerializationException", "The body is not a JSON object");
    } catch (Json.InvalidJson e) {
      return error(BAD_REQUEST, "SerializationException", e.problem());
    } catch (IllegalArgumentException e) {
      return error(BAD_REQUEST, "SerializationException", String.valueOf(e.getMessage()));
    } catch (SfnException e) {
      var details = e.awsErrorDetails();
      return error(e.statusCode(), details.errorCode(), details.errorMessage());
    }
  }

  @Override
  public Reply error(int status, String code, String message) {
    var body = Json.object().put("__type", space(code) + code).put("message", message);
    return Reply.json(status, CONTENT_TYPE, body);
  }

  /** The name spaces that the service puts before its codes; SDKs leave them out. */
  private static String space(String code) {
    if (code.equals("ValidationException")) {
      return "com.amazon.coral.validate#";
    }
    return OF_THE_PROTOCOL.contains(code)
        ? "com.amazon.coral.service#"
        : "com.amazonaws.swf.service.v2.model#";
  }
}
