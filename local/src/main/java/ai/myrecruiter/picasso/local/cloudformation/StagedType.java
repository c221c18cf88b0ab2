package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Set;

/**
 * A type whose resources do on the stage what they do on AWS.
 *
 * @param properties which properties have an effect on the stage and which have none
 * @param attributes what {@code Fn::GetAtt} can ask of it
 * @param creation makes a resource
 */
public record StagedType(
    String name, PropertyRules properties, Set<String> attributes, Creation creation)
    implements ResourceType {
  /** Copies the attributes. */
  public StagedType {
    attributes = Set.copyOf(attributes);
  }

  @Override
  public Created create(ResourceRequest request) {
    return creation.create(request);
  }
}
