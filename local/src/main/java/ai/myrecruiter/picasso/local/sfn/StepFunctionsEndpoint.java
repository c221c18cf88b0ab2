package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.wire.JsonService;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;
import java.util.Set;

/**
 * Step Functions in the protocol of AWS (JSON 1.0), so that the AWS CLI and SDKs reach the stage
 * from another process.
 */
public final class StepFunctionsEndpoint {
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final String TARGET_PREFIX = "AWSStepFunctions.";
  private static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

  /** Errors of the protocol, which are not errors of this service. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of(
          "UnknownOperationException",
          "SerializationException",
          "AccessDeniedException",
          "MissingAuthenticationTokenException",
          "RequestEntityTooLargeException",
          "InternalServerException");

  private StepFunctionsEndpoint() {}

  /** The service. */
  public static WireService of(StepFunctions core) {
    return new JsonService(
        "Step Functions",
        CONTENT_TYPE,
        TARGET_PREFIX,
        MAX_BODY_BYTES,
        SdkOperations.of(StageSfnClient.calls(core)),
        code -> space(code) + code);
  }

  /**
   * Starts to serve; the URI of the server is the one for {@code AWS_ENDPOINT_URL_SFN}.
   *
   * @param port on the loopback interface, 0 for any that is free
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static LoopbackServer serve(StepFunctions core, int port) {
    return new LoopbackServer(of(core), port);
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
