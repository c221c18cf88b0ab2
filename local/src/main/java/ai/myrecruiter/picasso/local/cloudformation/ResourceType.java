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
}
