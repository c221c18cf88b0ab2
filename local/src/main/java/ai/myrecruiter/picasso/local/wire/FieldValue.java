package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** A JSON value as the value of a field of the SDK. */
final class FieldValue {
  private FieldValue() {}

  static Object read(JsonNode node, SdkField<?> field) {
    return scalar(node, field)
        .or(() -> composite(node, field))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the field '%s' does not take %s"
                    .formatted(field.locationName(), Json.write(node))));
  }

  private static Optional<Object> scalar(JsonNode node, SdkField<?> field) {
    var type = field.marshallingType().getKnownType();
    if (type == MarshallingKnownType.STRING && node.isTextual()) {
      return Optional.of(node.textValue());
    }
    if (type == MarshallingKnownType.INTEGER && node.canConvertToInt() && node.isIntegralNumber()) {
      return Optional.of(node.intValue());
    }
    if (type == MarshallingKnownType.DOUBLE && node.isNumber()) {
      return Optional.of(node.doubleValue());
    }
    if (type == MarshallingKnownType.BOOLEAN && node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    if (type == MarshallingKnownType.SDK_BYTES && node.isTextual()) {
      return Optional.of(SdkBytes.fromByteArray(Base64.getDecoder().decode(node.textValue())));
    }
    return Optional.empty();
  }

  private static Optional<Object> composite(JsonNode node, SdkField<?> field) {
    var type = field.marshallingType().getKnownType();
    if (type == MarshallingKnownType.SDK_POJO && node instanceof ObjectNode object) {
      var child = field.constructor().get();
      PojoJson.read(object, child);
      return Optional.of(((Buildable) child).build());
    }
    if (type == MarshallingKnownType.LIST && node.isArray()) {
      var elements = new ArrayList<>();
      var element = field.getTrait(ListTrait.class).memberFieldInfo();
      node.forEach(n -> elements.add(read(n, element)));
      return Optional.of(elements);
    }
    if (type == MarshallingKnownType.MAP && node.isObject()) {
      var entries = new LinkedHashMap<String, Object>();
      var element = field.getTrait(MapTrait.class).valueFieldInfo();
      node.properties().forEach(e -> entries.put(e.getKey(), read(e.getValue(), element)));
      return Optional.of(entries);
    }
    return Optional.empty();
  }
}
