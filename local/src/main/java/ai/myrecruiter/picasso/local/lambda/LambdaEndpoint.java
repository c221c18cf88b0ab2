package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.local.wire.PojoJson;
import ai.myrecruiter.picasso.local.wire.Reply;
import ai.myrecruiter.picasso.local.wire.RestBinding;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireCall;
import ai.myrecruiter.picasso.local.wire.WireService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/**
 * Lambda in the protocol of AWS (REST JSON), so that the AWS CLI, SDKs and a Step Functions in
 * another process reach the functions of the stage.
 */
public final class LambdaEndpoint implements WireService {
  private static final String CONTENT_TYPE = "application/json";

  /** Deployment packages come in base 64; the service takes 50 MB of them. */
  private static final int MAX_BODY_BYTES = 72 * 1024 * 1024;

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int FAULT = 500;

  /** Errors whose message the service writes with a capital. */
  private static final Set<String> CAPITAL =
      Set.of("ResourceNotFoundException", "ServiceException");

  private final SdkOperations operations;

  private LambdaEndpoint(EventLoop loop, LambdaService service) {
    this.operations = SdkOperations.of(StageLambdaClient.calls(loop, service));
  }

  /**
   * Starts to serve; the URI of the server is the one for {@code AWS_ENDPOINT_URL_LAMBDA} and for
   * {@code --lambda-endpoint} of Step Functions Local.
   *
   * @param port on the loopback interface, 0 for any that is free
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static LoopbackServer serve(EventLoop loop, LambdaService service, int port) {
    return new LoopbackServer(of(loop, service), port);
  }

  /** The service. */
  public static WireService of(EventLoop loop, LambdaService service) {
    return new LambdaEndpoint(loop, service);
  }

  @Override
  public String name() {
    return "Lambda";
  }

  @Override
  public int maxBodyBytes() {
    return MAX_BODY_BYTES;
  }

  @Override
  public Reply answer(WireCall call) {
    for (var route : LambdaRoute.ALL) {
      var labels = route.labels(call);
      if (labels.isPresent()) {
        return answer(route, labels.get(), call);
      }
    }
    return error(
        NOT_FOUND,
        "UnknownOperationException",
        "The stage has no operation %s %s of Lambda; it has %s"
            .formatted(call.method(), call.path(), operations.names()));
  }

  private Reply answer(LambdaRoute route, Map<String, String> labels, WireCall call) {
    try {
      var answer =
          operations
              .named(route.operation())
              .orElseThrow()
              .answer(builder -> RestBinding.read(call, labels, builder));
      return RestBinding.write(answer, route.status());
    } catch (Json.InvalidJson e) {
      return error(BAD_REQUEST, "SerializationException", e.problem());
    } catch (IllegalArgumentException e) {
      return error(BAD_REQUEST, "SerializationException", String.valueOf(e.getMessage()));
    } catch (LambdaException e) {
      var details = e.awsErrorDetails();
      var body = PojoJson.write(e);
      return error(e.statusCode(), details.errorCode(), details.errorMessage(), body);
    }
  }

  @Override
  public Reply error(int status, String code, String message) {
    return error(status, code, message, Json.object());
  }

  private static Reply error(int status, String code, String message, ObjectNode body) {
    body.put("Type", status >= FAULT ? "Service" : "User");
    body.put(CAPITAL.contains(code) ? "Message" : "message", message);
    return Reply.json(status, CONTENT_TYPE, body).with("x-amzn-ErrorType", code);
  }
}
