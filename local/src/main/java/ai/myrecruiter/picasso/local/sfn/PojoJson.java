package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Requests and answers of the SDK as JSON of the protocol AWS JSON 1.0, by the description of its
 * fields that each of them carries; so no call has to be written twice.
 */
final class PojoJson {
  private static final int MILLISECONDS = 3;

  private PojoJson() {}

  /** An answer as JSON; fields without a value are left out. */
  static ObjectNode write(SdkPojo pojo) {
    var object = Json.object();
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (value != null && !isUnset(value)) {
        object.set(field.locationName(), node(value));
      }
    }
    return object;
  }

  private static boolean isUnset(Object value) {
    return value instanceof SdkAutoConstructMap<?, ?> || value instanceof SdkAutoConstructList<?>;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case String text -> Json.text(text);
      case Boolean flag -> BooleanNode.valueOf(flag);
      case Integer number -> JsonNodeFactory.instance.numberNode(number);
      case Long number -> JsonNodeFactory.instance.numberNode(number);
      case Instant time ->
          DecimalNode.valueOf(BigDecimal.valueOf(time.toEpochMilli(), MILLISECONDS));
      case SdkPojo pojo -> write(pojo);
      case List<?> list -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> array.add(node(element)));
        yield array;
      }
      default -> throw new IllegalStateException("no JSON for a field of " + value.getClass());
    };
  }

  /**
   * Fills a request from JSON; unknown fields are ignored, as the service does.
   *
   * @throws IllegalArgumentException when a field has a value of the wrong type
   */
  static void read(ObjectNode object, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      var value = object.get(field.locationName());
      if (value != null && !value.isNull()) {
        field.set(builder, value(value, field));
      }
    }
  }

  private static Object value(JsonNode node, SdkField<?> field) {
    var type = field.marshallingType().getKnownType();
    if (type == MarshallingKnownType.STRING && node.isTextual()) {
      return node.textValue();
    }
    if (type == MarshallingKnownType.INTEGER && node.canConvertToInt() && node.isIntegralNumber()) {
      return node.intValue();
    }
    if (type == MarshallingKnownType.BOOLEAN && node.isBoolean()) {
      return node.booleanValue();
    }
    if (type == MarshallingKnownType.SDK_POJO && node instanceof ObjectNode object) {
      var child = field.constructor().get();
      read(object, child);
      return ((Buildable) child).build();
    }
    if (type == MarshallingKnownType.LIST && node.isArray()) {
      var elements = new ArrayList<>();
      var element = field.getTrait(ListTrait.class).memberFieldInfo();
      node.forEach(n -> elements.add(value(n, element)));
      return elements;
    }
    throw new IllegalArgumentException(
        "the field '%s' does not take %s".formatted(field.locationName(), Json.write(node)));
  }
}
