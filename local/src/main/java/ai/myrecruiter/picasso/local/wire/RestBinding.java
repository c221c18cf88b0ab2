package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

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
      if (field.containsTrait(PayloadTrait.class) && call.body().length > 0) {
        field.set(builder, SdkBytes.fromByteArray(call.body()));
      }
    }
    readPlaces(call, labels, builder);
  }

  /**
   * Fills what a request has in path, query and headers.
   *
   * @param labels the parts of the path by the names that the route gives them
   * @throws IllegalArgumentException when a field has a value of the wrong type
   */
  public static void readPlaces(WireCall call, Map<String, String> labels, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      if (field.marshallingType().getKnownType() == MarshallingKnownType.MAP) {
        prefixed(field, call).ifPresent(map -> field.set(builder, map));
      } else if (!field.containsTrait(PayloadTrait.class)) {
        text(field, call, labels).ifPresent(value -> field.set(builder, typed(field, value)));
      }
    }
  }

  /** A map in headers has an entry in each header that begins with its name. */
  private static Optional<Map<String, String>> prefixed(SdkField<?> field, WireCall call) {
    var prefix = field.locationName().toLowerCase(Locale.ROOT);
    if (field.location() != MarshallLocation.HEADER) {
      return Optional.empty();
    }
    var map = new HashMap<String, String>();
    call.headers()
        .forEach((name, value) -> {
          if (name.startsWith(prefix)) {
            map.put(name.substring(prefix.length()), value);
          }
        });
    return Optional.of(map);
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
    try {
      return switch (field.marshallingType().getKnownType()) {
        case INTEGER -> Integer.valueOf(value);
        case LONG -> Long.valueOf(value);
        case BOOLEAN -> Boolean.valueOf(value);
        case INSTANT -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
        default -> value;
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' for %s is not a %s"
              .formatted(
                  value, field.locationName(), e instanceof DateTimeException ? "date" : "number"),
          e);
    }
  }

  /** The fields of an answer that are in headers. */
  public static Map<String, String> headers(SdkPojo answer) {
    var headers = new HashMap<String, String>();
    for (var field : answer.sdkFields()) {
      if (field.location() == MarshallLocation.HEADER) {
        header(field, field.getValueOrDefault(answer), headers);
      }
    }
    return headers;
  }

  private static void header(
      SdkField<?> field, @Nullable Object value, Map<String, String> headers) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach(
              (key, element) -> headers.put(field.locationName() + key, String.valueOf(element)));
      case Instant time ->
          headers.put(field.locationName(), DATE.format(time.atOffset(ZoneOffset.UTC)));
      default -> headers.put(field.locationName(), value.toString());
    }
  }

  /**
   * An answer.
   *
   * @param usual the status when the answer does not name one
   */
  public static Reply write(SdkPojo answer, int usual) {
    int status = usual == 0 ? OK : usual;
    var headers = new HashMap<>(headers(answer));
    headers.put("Content-Type", CONTENT_TYPE);
    byte @Nullable [] body = null;
    for (var field : answer.sdkFields()) {
      var value = field.getValueOrDefault(answer);
      if (value == null) {
        continue;
      }
      if (field.location() == MarshallLocation.STATUS_CODE) {
        status = (Integer) value;
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
