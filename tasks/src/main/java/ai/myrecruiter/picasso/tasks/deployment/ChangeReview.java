package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.Review;
import ai.myrecruiter.picasso.workflows.deployment.ReviewContext;
import ai.myrecruiter.picasso.workflows.deployment.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Holds a change set against the rules, beside the stack as it is. */
public final class ChangeReview {
  private ChangeReview() {}

  /**
   * What the rules say.
   *
   * @param template that the change set brings
   * @param live the version that serves, by parameter that stands for it
   */
  public static Review of(
      CloudFormationClient cloudFormation,
      ChangeSet changes,
      JsonNode template,
      Map<String, String> live) {
    var stack = new StackView(cloudFormation, changes.stack());
    var before =
        stack
            .find()
            .map(it -> new Template(stack.template(), stack.parameters(it)))
            .orElse(Template.NONE);
    return Review.of(
        changes, new ReviewContext(before, new Template(template, changes.parameters()), live));
  }
}
