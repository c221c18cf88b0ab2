package ai.myrecruiter.picasso.workflows.deployment;

import java.util.Map;

/**
 * What a review needs to know beside the change set.
 *
 * @param before template of the stack as it is, {@link Template#NONE} when there is none
 * @param after template that the change set brings
 * @param live version that serves, by parameter of the template that stands for it
 */
public record ReviewContext(Template before, Template after, Map<String, String> live) {
  /** Copies the versions. */
  public ReviewContext {
    live = Map.copyOf(live);
  }
}
