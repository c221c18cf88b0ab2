package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two types whose resources are only written down: {@code Test::Thing} and {@code Test::Inert}. */
final class RecordedTypes {
  final List<ResourceRequest> requests = new ArrayList<>();

  ResourceTypes types() {
    var thing =
        new StagedType(
            "Test::Thing",
            PropertyRules.effective("Name", "Size", "Uses", "Parts[].Key")
                .withoutEffect("Tags", "nobody reads them"),
            Set.of("Arn", "Nested.Value"),
            this::create);
    var inert = new InertType("Test::Inert", "for tests", "Name", Optional.empty());
    return new ResourceTypes(List.of(thing, inert));
  }

  private Created create(ResourceRequest request) {
    if (request.text("Size").equals("too large")) {
      throw new IllegalArgumentException("size 'too large' is not to be had");
    }
    requests.add(request);
    var name = request.name("Name");
    return new Created(name, Map.of("Arn", "arn:" + name, "Nested.Value", "nested-" + name));
  }

  /** The properties that a resource was made with. */
  String propertiesOf(String logicalId) {
    return requests.stream()
        .filter(request -> request.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow()
        .properties()
        .toString();
  }
}
