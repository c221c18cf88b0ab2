package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Set;

/** What the stage does about a CloudFormation resource type. */
public sealed interface ResourceType permits StagedType, InertType {
  /** Name of the type, such as {@code AWS::Lambda::Alias}. */
  String name();

  /** What {@code Fn::GetAtt} can ask of it. */
  Set<String> attributes();

  /** Makes a resource of the type, or what stands for one. */
  Created create(ResourceRequest request);

  /**
   * Changes a resource in place.
   *
   * @param request its new properties
   * @param existing what it is
   * @return what it is now, under the same physical id
   */
  Created update(ResourceRequest request, Created existing);

  /**
   * Removes a resource.
   *
   * @param request its last properties
   */
  void delete(ResourceRequest request, Created existing);
}
