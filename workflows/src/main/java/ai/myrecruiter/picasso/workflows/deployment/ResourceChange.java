package ai.myrecruiter.picasso.workflows.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a change set does to one resource.
 *
 * @param logicalId its name in the template
 * @param physicalId its name in the account; absent while it does not exist
 * @param type such as {@code AWS::DynamoDB::Table}
 * @param action what is done
 * @param replacement whether it is another one afterwards
 * @param retained whether what leaves the stack stays in the account
 * @param properties what changes of it, by name
 */
public record ResourceChange(
    String logicalId,
    Optional<String> physicalId,
    String type,
    ChangeAction action,
    Replacement replacement,
    boolean retained,
    List<PropertyChange> properties) {
  /** Puts the properties in order, so that the same change has the same digest. */
  public ResourceChange {
    properties = properties.stream().sorted(Comparator.comparing(PropertyChange::name)).toList();
  }

  /** The change for a person, on one line. */
  public String sentence() {
    var names = properties.stream().map(PropertyChange::name).distinct().toList();
    var how =
        switch (replacement) {
          case NO -> "";
          case MAYBE -> ", may be replaced";
          case YES -> ", replaced";
        };
    return "%s %s (%s)%s%s"
        .formatted(
            action, logicalId, type, how, names.isEmpty() ? "" : ": " + String.join(", ", names));
  }
}
