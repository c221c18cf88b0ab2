package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;

/**
 * A resource that exists.
 *
 * @param physicalId what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, by name
 */
public record Created(String physicalId, Map<String, String> attributes) {
  /** Copies the attributes. */
  public Created {
    attributes = Map.copyOf(attributes);
  }
}
