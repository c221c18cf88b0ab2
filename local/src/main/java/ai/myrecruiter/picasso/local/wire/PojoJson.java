package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Requests and answers of the SDK as JSON of the protocols of AWS, by the description of its fields
 * that each of them carries; so no call has to be written twice.
 */
public final class PojoJson {
  private static final int MILLISECONDS = 3;

  private PojoJson() {}

  /**
   * An answer as JSON; fields without a value, and those that are not in the body, are left out.
   */
  public static ObjectNode write(SdkPojo pojo) {
    var object = Json.object();
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (value != null && !isUnset(value) && isInBody(field)) {
        object.set(field.locationName(), node(value));
      }
    }
    return object;
  }

  static boolean isInBody(SdkField<?> field) {
    return field.location() == MarshallLocation.PAYLOAD;
  }

  private static boolean isUnset(Object value) {
    return value instanceof SdkAutoConstructMap<?, ?> || value instanceof SdkAutoConstructList<?>;
  }

  private static JsonNode node(Object value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value) {
      case String text -> Json.text(text);
      case Boolean flag -> BooleanNode.valueOf(flag);
      case Integer number -> nodes.numberNode(number);
      case Long number -> nodes.numberNode(number);
      case Double number -> nodes.numberNode(number);
      case Instant time ->
          DecimalNode.valueOf(BigDecimal.valueOf(time.toEpochMilli(), MILLISECONDS));
      case SdkBytes bytes ->
          Json.text(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
      case SdkPojo pojo -> write(pojo);
      case Map<?, ?> map -> {
        var object = Json.object();
        map.forEach((key, element) -> object.set(String.valueOf(key), node(element)));
        yield object;
      }
      case List<?> list -> {
        ArrayNode array = nodes.arrayNode();
        list.forEach(element -> array.add(node(element)));
        yield array;
      }
      default -> throw new IllegalStateException("no JSON for a field of " + value.getClass());
    };
  }

  /**
   * Fills a request from JSON; unknown fields are ignored, as the services do.
   *
   * @throws IllegalArgumentException when a field has a value of the wrong type
   */
  public static void read(ObjectNode object, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      var value = object.get(field.locationName());
      if (value != null && !value.isNull() && isInBody(field)) {
        field.set(builder, FieldValue.read(value, field));
      }
    }
  }
}
