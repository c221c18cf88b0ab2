package ai.myrecruiter.picasso.local.wire;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A service in the Query protocol of AWS: parameters in a form, answers and errors in XML, by the
 * descriptions that the SDK's own types carry.
 *
 * @param name in messages, such as {@code CloudFormation}
 * @param namespace of its answers
 * @param version of its API, such as {@code 2010-05-15}
 * @param maxBodyBytes the longest body that it takes, in bytes
 * @param operations of a caller
 */
public record QueryService(
    String name,
    String namespace,
    String version,
    int maxBodyBytes,
    Function<WireCall, SdkOperations> operations)
    implements WireService {
  private static final String CONTENT_TYPE = "text/xml";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FAULT = 500;

  @Override
  public Reply answer(WireCall call) {
    try {
      return answer(call, QueryForm.of(call));
    } catch (MalformedRequest e) {
      return error(BAD_REQUEST, e.code(), e.problem(), call.requestId());
    } catch (AwsServiceException e) {
      var details = e.awsErrorDetails();
      return error(e.statusCode(), details.errorCode(), details.errorMessage(), call.requestId());
    }
  }

  private Reply answer(WireCall call, QueryForm form) {
    var action = form.text("Action").orElse("");
    if (action.isEmpty()) {
      throw new MalformedRequest("MissingAction", "The request has no parameter Action");
    }
    var known = operations.apply(call);
    var operation = known.named(action);
    var asked = form.text("Version").orElse(version);
    if (operation.isEmpty() || !asked.equals(version)) {
      throw new MalformedRequest(
          "InvalidAction",
          "Could not find operation %s for version %s; the stage has %s of version %s"
              .formatted(action, asked, known.names(), version));
    }
    var answer = operation.get().answer(builder -> QueryBinding.read(form, builder));
    return result(action, answer, call.requestId());
  }

  private Reply result(String action, SdkPojo answer, Optional<String> requestId) {
    return xml(
        OK,
        action + "Response",
        out -> {
          out.writeStartElement(action + "Result");
          PojoXml.fields(out, answer);
          out.writeEndElement();
          out.writeStartElement("ResponseMetadata");
          PojoXml.text(out, "RequestId", requestId.orElse(""));
          out.writeEndElement();
        });
  }

  @Override
  public Reply error(int status, String code, String message) {
    return error(status, code, message, Optional.empty());
  }

  private Reply error(int status, String code, String message, Optional<String> requestId) {
    return xml(
        status,
        "ErrorResponse",
        out -> {
          out.writeStartElement("Error");
          PojoXml.text(out, "Type", status >= FAULT ? "Receiver" : "Sender");
          PojoXml.text(out, "Code", code);
          PojoXml.text(out, "Message", message);
          out.writeEndElement();
          PojoXml.text(out, "RequestId", requestId.orElse(""));
        });
  }

  private Reply xml(int status, String root, PojoXml.Content content) {
    var body =
        PojoXml.document(out -> {
          out.writeStartElement(root);
          out.writeDefaultNamespace(namespace);
          content.write(out);
          out.writeEndElement();
        });
    return new Reply(status, Map.of("Content-Type", CONTENT_TYPE), body);
  }
}
