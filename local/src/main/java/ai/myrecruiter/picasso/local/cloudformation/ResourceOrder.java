package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts resources into an order in which each comes after those it needs. */
final class ResourceOrder {
  private final Map<String, PlannedResource> resources = new LinkedHashMap<>();
  private final Findings findings;
  private final Set<String> placed = new LinkedHashSet<>();

  private ResourceOrder(Collection<PlannedResource> resources, Findings findings) {
    resources.forEach(resource -> this.resources.put(resource.logicalId(), resource));
    this.findings = findings;
  }

  /** The order, which follows the template where nothing else decides; cycles are findings. */
  static List<PlannedResource> of(Collection<PlannedResource> resources, Findings findings) {
    var order = new ResourceOrder(resources, findings);
    resources.forEach(resource -> order.place(resource, new LinkedHashSet<>()));
    var ordered = new ArrayList<PlannedResource>();
    order.placed.forEach(id -> ordered.add(order.require(id)));
    return ordered;
  }

  private PlannedResource require(String logicalId) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException("no resource " + logicalId + " in this stack");
    }
    return resource;
  }

  private void place(PlannedResource resource, Set<String> waiting) {
    if (placed.contains(resource.logicalId())) {
      return;
    }
    if (!waiting.add(resource.logicalId())) {
      findings.add(
          resource.path(),
          String.join(" -> ", waiting) + " -> " + resource.logicalId(),
          "resources must not wait for each other",
          "remove one of the references");
    } else {
      for (var needed : resource.after().stream().sorted().toList()) {
        place(require(needed), waiting);
      }
      waiting.remove(resource.logicalId());
    }
    placed.add(resource.logicalId());
  }
}
