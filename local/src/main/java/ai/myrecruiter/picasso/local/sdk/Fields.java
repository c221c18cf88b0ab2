package ai.myrecruiter.picasso.local.sdk;

import java.util.HashMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Copies between SDK types that have the same members but no common interface. */
public final class Fields {
  private Fields() {}

  /**
   * Sets every member of a builder that the source has under the same name and type.
   *
   * @return the builder
   */
  public static <B extends SdkPojo> B copy(SdkPojo source, B builder) {
    var values = new HashMap<String, SdkField<?>>();
    source.sdkFields().forEach(field -> values.put(field.memberName(), field));
    for (var field : builder.sdkFields()) {
      var from = values.get(field.memberName());
      if (from != null && from.marshallingType().equals(field.marshallingType())) {
        field.set(builder, from.getValueOrDefault(source));
      }
    }
    return builder;
  }
}
