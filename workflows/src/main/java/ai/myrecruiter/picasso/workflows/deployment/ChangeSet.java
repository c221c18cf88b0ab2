package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change set as it is reviewed.
 *
 * @param stack name of the stack
 * @param creates whether the stack does not exist yet
 * @param templateDigest {@link CanonicalJson#digest(String)} of the template that it brings
 * @param parameters the stack's parameters afterwards
 * @param changes by logical id
 */
public record ChangeSet(
    String stack,
    boolean creates,
    String templateDigest,
    Map<String, String> parameters,
    List<ResourceChange> changes) {
  /** Puts everything in order, so that the same change set has the same digest. */
  public ChangeSet {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    changes = changes.stream().sorted(Comparator.comparing(ResourceChange::logicalId)).toList();
  }

  /** What an approval is bound to. */
  public String digest() {
    return CanonicalJson.digest(Contracts.write(this));
  }
}
