package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.CanonicalJson;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAction;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.PropertyChange;
import ai.myrecruiter.picasso.workflows.deployment.Replacement;
import ai.myrecruiter.picasso.workflows.deployment.ResourceChange;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/** A change set of CloudFormation as the domain sees it. */
public final class ChangeSetView {
  private final CloudFormationClient cloudFormation;
  private final StackChange change;
  private final String name;

  /** The change set of a name, which brings what was asked of a stack. */
  public ChangeSetView(CloudFormationClient cloudFormation, StackChange change, String name) {
    this.cloudFormation = cloudFormation;
    this.change = change;
    this.name = name;
  }

  /** What CloudFormation says of it: its first page. */
  public DescribeChangeSetResponse describe() {
    return page(Optional.empty());
  }

  private DescribeChangeSetResponse page(Optional<String> token) {
    return cloudFormation.describeChangeSet(
        it -> it.stackName(change.stack()).changeSetName(name).nextToken(token.orElse(null)));
  }

  /** The template that it brings. */
  public JsonNode template() {
    return Contracts.tree(
        cloudFormation
            .getTemplate(it -> it.stackName(change.stack()).changeSetName(name))
            .templateBody());
  }

  /**
   * All of it, however many pages CloudFormation makes of it.
   *
   * @param creates whether the stack does not exist yet
   */
  public ChangeSet read(JsonNode template, boolean creates) {
    var first = describe();
    var changes = new ArrayList<>(first.changes());
    var next = Optional.ofNullable(first.nextToken());
    while (next.isPresent()) {
      var page = page(next);
      changes.addAll(page.changes());
      next = Optional.ofNullable(page.nextToken());
    }
    var parameters = new HashMap<String, String>();
    first.parameters().forEach(it -> parameters.put(it.parameterKey(), it.parameterValue()));
    return new ChangeSet(
        change.stack(),
        creates,
        CanonicalJson.digest(template),
        parameters,
        changes.stream().map(ChangeSetView::resource).toList());
  }

  private static ResourceChange resource(Change change) {
    var it = change.resourceChange();
    return new ResourceChange(
        it.logicalResourceId(),
        Optional.ofNullable(it.physicalResourceId()),
        it.resourceType(),
        switch (it.action()) {
          case ADD, IMPORT -> ChangeAction.ADD;
          case REMOVE -> ChangeAction.REMOVE;
          default -> ChangeAction.MODIFY;
        },
        replacement(String.valueOf(it.replacementAsString())),
        it.policyAction() == PolicyAction.RETAIN
            || it.policyAction() == PolicyAction.REPLACE_AND_RETAIN,
        properties(it.details()));
  }

  private static Replacement replacement(String text) {
    return switch (text) {
      case "True" -> Replacement.YES;
      case "Conditional" -> Replacement.MAYBE;
      default -> Replacement.NO;
    };
  }

  private static List<PropertyChange> properties(List<ResourceChangeDetail> details) {
    return details.stream().map(ChangeSetView::property).distinct().toList();
  }

  private static PropertyChange property(ResourceChangeDetail detail) {
    var target = detail.target();
    var recreation = target.requiresRecreation();
    var replaces =
        recreation == RequiresRecreation.ALWAYS
            ? detail.evaluation() == EvaluationType.STATIC ? Replacement.YES : Replacement.MAYBE
            : recreation == RequiresRecreation.CONDITIONALLY ? Replacement.MAYBE : Replacement.NO;
    return new PropertyChange(
        Optional.ofNullable(target.name()).orElseGet(target::attributeAsString), replaces);
  }
}
