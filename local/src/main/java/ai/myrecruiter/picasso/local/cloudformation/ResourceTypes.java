package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every resource type that the stage knows; any other is refused. */
public final class ResourceTypes {
  private final Map<String, ResourceType> types = new TreeMap<>();

  /**
   * Collects types.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public ResourceTypes(Collection<? extends ResourceType> types) {
    for (var type : types) {
      if (this.types.put(type.name(), type) != null) {
        throw new IllegalArgumentException(
            "resource type %s is there twice; remove one".formatted(type.name()));
      }
    }
  }

  /** The type of a name, empty when the stage does not know it. */
  Optional<ResourceType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All types, by name. */
  public List<ResourceType> all() {
    return List.copyOf(types.values());
  }
}
