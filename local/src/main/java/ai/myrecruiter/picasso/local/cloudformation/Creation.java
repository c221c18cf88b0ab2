package ai.myrecruiter.picasso.local.cloudformation;

/** Makes a resource out of the stage's services. */
@FunctionalInterface
public interface Creation {
  /** Makes the resource; a service's refusal is thrown as it is. */
  Created create(ResourceRequest request);
}
