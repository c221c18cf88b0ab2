package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;

/** Requests and answers of the SDK in the protocol REST JSON, by the places that fields name. */
public final class RestBinding {
  private static final String CONTENT_TYPE = "application/json";
  private static final int OK = 200;

  private RestBinding() {}

  /**
   * Fills a request.
   *
   * @param labels the parts of the path by the names that the route gives them
   * @throws IllegalArgumentException when a field has a value of the wrong type
   * @throws Json.InvalidJson when a body that should be JSON is not
   */
  public static void read(WireCall call, Map<String, String> labels, SdkPojo builder) {
    var body = hasPayload(builder) ? Json.object() : object(call);
    PojoJson.read(body, builder);
    for (var field : builder.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        if (call.body().length > 0) {
          field.set(builder, SdkBytes.fromByteArray(call.body()));
        }
      } else {
        text(field, call, labels).ifPresent(value -> field.set(builder, typed(field, value)));
      }
    }
  }

  private static boolean hasPayload(SdkPojo pojo) {
    return pojo.sdkFields().stream().anyMatch(field -> field.containsTrait(PayloadTrait.class));
  }

  private static ObjectNode object(WireCall call) {
    if (call.body().length == 0) {
      return Json.object();
    }
    if (Json.parse(call.text()) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("the body is not a JSON object");
  }

  private static Optional<String> text(
      SdkField<?> field, WireCall call, Map<String, String> labels) {
    var name = field.locationName();
    return switch (field.location()) {
      case PATH, GREEDY_PATH -> Optional.ofNullable(labels.get(name));
      case QUERY_PARAM -> Optional.ofNullable(call.query().get(name));
      case HEADER -> call.header(name.toLowerCase(Locale.ROOT));
      case PAYLOAD, STATUS_CODE -> Optional.empty();
    };
  }

  private static Object typed(SdkField<?> field, String value) {
    var type = field.marshallingType().getKnownType();
    if (type == MarshallingKnownType.INTEGER) {
      try {
        return Integer.valueOf(value);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "'%s' for %s is not a number".formatted(value, field.locationName()), e);
      }
    }
    return type == MarshallingKnownType.BOOLEAN ? (Object) Boolean.valueOf(value) : value;
  }

  /**
   * An answer.
   *
   * @param usual the status when the answer does not name one
   */
  public static Reply write(SdkPojo answer, int usual) {
    int status = usual == 0 ? OK : usual;
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", CONTENT_TYPE);
    byte @Nullable [] body = null;
    for (var field : answer.sdkFields()) {
      var value = field.getValueOrDefault(answer);
      if (value == null) {
        continue;
      }
      if (field.location() == MarshallLocation.STATUS_CODE) {
        status = (Integer) value;
      } else if (field.location() == MarshallLocation.HEADER) {
        headers.put(field.locationName(), value.toString());
      } else if (field.containsTrait(PayloadTrait.class)) {
        body = ((SdkBytes) value).asByteArray();
      }
    }
    return new Reply(status, headers, body(answer, status, body));
  }

  private static byte[] body(SdkPojo answer, int status, byte @Nullable [] payload) {
    if (payload != null) {
      return payload;
    }
    boolean without = status == 204 || hasPayload(answer);
    return without
        ? new byte[0]
        : Json.write(PojoJson.write(answer)).getBytes(StandardCharsets.UTF_8);
  }
}
