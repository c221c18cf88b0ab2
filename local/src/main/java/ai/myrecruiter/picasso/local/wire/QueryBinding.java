package ai.myrecruiter.picasso.local.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Requests of the SDK from the parameters of the Query protocol, by the names of their fields. */
final class QueryBinding {
  private QueryBinding() {}

  /**
   * Fills a request; unknown parameters are ignored, as the services do.
   *
   * @throws MalformedRequest when a field has a value of the wrong type
   */
  static void read(QueryForm form, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      form.child(field.locationName()).ifPresent(child -> field.set(builder, value(child, field)));
    }
  }

  private static Object value(QueryForm form, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> {
        var child = field.constructor().get();
        read(form, child);
        yield ((Buildable) child).build();
      }
      case LIST -> list(form, field);
      case MAP -> map(form, field);
      case MarshallingKnownType type -> scalar(type, form.text().orElse(""), field);
    };
  }

  private static List<?> list(QueryForm form, SdkField<?> field) {
    var trait = field.getTrait(ListTrait.class);
    return elements(form, trait.isFlattened(), name(trait.memberLocationName(), "member")).stream()
        .map(element -> value(element, trait.memberFieldInfo()))
        .toList();
  }

  private static Map<String, Object> map(QueryForm form, SdkField<?> field) {
    var trait = field.getTrait(MapTrait.class);
    var map = new LinkedHashMap<String, Object>();
    for (var entry : elements(form, trait.isFlattened(), "entry")) {
      var value = entry.child(name(trait.valueLocationName(), "value"));
      map.put(
          entry.text(name(trait.keyLocationName(), "key")).orElse(""),
          value(value.orElse(entry), trait.valueFieldInfo()));
    }
    return map;
  }

  /** An empty list is a parameter without parts and without a value. */
  private static List<QueryForm> elements(QueryForm form, boolean flattened, String name) {
    return flattened
        ? form.elements()
        : form.child(name).map(QueryForm::elements).orElseGet(List::of);
  }

  private static String name(String given, String usual) {
    return given == null || given.isEmpty() ? usual : given;
  }

  private static Object scalar(MarshallingKnownType type, String text, SdkField<?> field) {
    try {
      return switch (type) {
        case STRING -> text;
        case INTEGER -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case BOOLEAN -> truth(text);
        case INSTANT -> Instant.parse(text);
        case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
        case MarshallingKnownType other ->
            throw new IllegalStateException("no parameter of the Query protocol is " + other);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedRequest(
          "MalformedInput",
          "'%.200s' for %s is not of type %s"
              .formatted(text, field.locationName(), type.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
