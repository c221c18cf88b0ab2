package ai.myrecruiter.picasso.local.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses the parts of a request that tables in memory would not heed. */
final class UnusedFields {
  private UnusedFields() {}

  static void refuse(SdkPojo request, String... heeded) {
    var known = Set.of(heeded);
    for (SdkField<?> field : request.sdkFields()) {
      if (!known.contains(field.locationName()) && given(field.getValueOrDefault(request))) {
        throw new UnsupportedOperationException(
            "%s of %s is not heeded by tables in memory: open the stage with DynamoDB Local, or implement it"
                .formatted(field.locationName(), request.getClass().getSimpleName()));
      }
    }
  }

  private static boolean given(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Map<?, ?> map -> !map.isEmpty();
      case Collection<?> items -> !items.isEmpty();
      default -> true;
    };
  }
}
