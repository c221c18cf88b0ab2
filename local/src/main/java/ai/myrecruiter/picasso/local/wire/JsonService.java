package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A service in the JSON protocols of AWS, 1.0 or 1.1: the operation in a header, request and answer
 * in JSON.
 *
 * @param name in messages, such as {@code Step Functions}
 * @param contentType {@code application/x-amz-json-1.0} or {@code -1.1}
 * @param targetPrefix what stands before the operation in {@code X-Amz-Target}, with its point
 * @param maxBodyBytes the longest body that it takes, in bytes
 * @param operations what it has
 * @param type how the service writes the code of an error; SDKs leave a name space before it out
 */
public record JsonService(
    String name,
    String contentType,
    String targetPrefix,
    int maxBodyBytes,
    SdkOperations operations,
    UnaryOperator<String> type)
    implements WireService {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /** A service of JSON 1.1 that writes codes as they are. */
  public static JsonService version11(
      String name, String targetPrefix, int maxBodyBytes, SdkOperations operations) {
    return new JsonService(
        name,
        "application/x-amz-json-1.1",
        targetPrefix,
        maxBodyBytes,
        operations,
        UnaryOperator.identity());
  }

  @Override
  public Reply answer(WireCall call) {
    var target = call.header("x-amz-target").orElse("");
    var operation =
        operations.named(
            target.startsWith(targetPrefix) ? target.substring(targetPrefix.length()) : "");
    if (operation.isEmpty() || !call.method().equals("POST")) {
      return error(
          BAD_REQUEST,
          "UnknownOperationException",
          "The stage has no operation '%s' of %s; it has %s"
              .formatted(target, name, operations.names()));
    }
    return answer(operation.get(), call.text());
  }

  private Reply answer(SdkOperations.SdkOperation operation, String body) {
    try {
      if (Json.parse(body) instanceof ObjectNode request) {
        var answer = operation.answer(builder -> PojoJson.read(request, builder));
        return Reply.json(OK, contentType, PojoJson.write(answer));
      }
      return error(BAD_REQUEST, "SerializationException", "The body is not a JSON object");
    } catch (Json.InvalidJson e) {
      return error(BAD_REQUEST, "SerializationException", e.problem());
    } catch (IllegalArgumentException e) {
      return error(BAD_REQUEST, "SerializationException", String.valueOf(e.getMessage()));
    } catch (AwsServiceException e) {
      var details = e.awsErrorDetails();
      return error(e.statusCode(), details.errorCode(), details.errorMessage());
    }
  }

  @Override
  public Reply error(int status, String code, String message) {
    return failure(status, contentType, type.apply(code), message);
  }

  static Reply failure(int status, String contentType, String type, String message) {
    return Reply.json(
        status, contentType, Json.object().put("__type", type).put("message", message));
  }
}
