package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Set;

/**
 * A type whose resources do on the stage what they do on AWS.
 *
 * @param properties which properties have an effect on the stage and which have none
 * @param attributes what {@code Fn::GetAtt} can ask of it
 * @param creation makes a resource
 * @param later changes and removes one
 */
public record StagedType(
    String name,
    PropertyRules properties,
    Set<String> attributes,
    Creation creation,
    Lifecycle later)
    implements ResourceType {
  /** Copies the attributes. */
  public StagedType {
    attributes = Set.copyOf(attributes);
  }

  /** A type whose resources can be made and not changed. */
  public StagedType(
      String name, PropertyRules properties, Set<String> attributes, Creation creation) {
    this(name, properties, attributes, creation, Lifecycle.FIXED);
  }

  /** The same type, whose resources can be changed and removed. */
  StagedType with(Lifecycle.Change change, Lifecycle.Removal removal) {
    return new StagedType(name, properties, attributes, creation, new Lifecycle(change, removal));
  }

  @Override
  public Created create(ResourceRequest request) {
    return creation.create(request);
  }

  @Override
  public Created update(ResourceRequest request, Created existing) {
    return later.change().update(request, existing);
  }

  @Override
  public void delete(ResourceRequest request, Created existing) {
    later.removal().delete(request, existing);
  }
}
