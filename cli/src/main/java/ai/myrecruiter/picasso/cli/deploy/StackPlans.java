package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.deployment.CanonicalJson;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Finds out what has to be done about each stack. */
final class StackPlans {
  private static final String REVIEW = "REVIEW_IN_PROGRESS";
  private final Account account;
  private final Place place;

  StackPlans(Account account, Place place) {
    this.account = account;
    this.place = place;
  }

  /** What has to be done, before any change set is made. */
  List<StackPlan> of(List<AssemblyStack> stacks) {
    return stacks.stream().map(this::of).toList();
  }

  private StackPlan of(AssemblyStack stack) {
    var view = new StackView(account.cloudFormation(), stack.name());
    var now = view.any().filter(it -> !it.stackStatusAsString().equals(REVIEW));
    var change = stack.change(place);
    if (now.isEmpty()) {
      return new StackPlan(stack, change, now, MissingNode.getInstance(), DeployAction.CREATE);
    }
    var template = StackStateChecks.failed(now.get()) ? MissingNode.getInstance() : view.template();
    boolean same = same(change, template, view, now.get());
    return new StackPlan(
        stack, change, now, template, same ? DeployAction.UNCHANGED : DeployAction.UPDATE);
  }

  /** Versions in service are left out: the next change of something else carries them. */
  private static boolean same(StackChange change, JsonNode template, StackView view, Stack now) {
    var parameters = view.parameters(now);
    return usable(now)
        && CanonicalJson.digest(template).equals(change.templateDigest())
        && change.parameters().entrySet().stream()
            .allMatch(it -> it.getValue().equals(parameters.get(it.getKey())));
  }

  /** A creation that failed has a template of which nothing exists. */
  private static boolean usable(Stack now) {
    return switch (now.stackStatusAsString()) {
      case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE" ->
          true;
      default -> false;
    };
  }

  /**
   * The stacks that were asked for.
   *
   * @param name of one, whole or without the environment; empty for all
   * @throws InvalidInput when there is none of the name
   */
  static List<AssemblyStack> chosen(
      List<AssemblyStack> stacks, Optional<String> name, String prefix) {
    if (name.isEmpty()) {
      return stacks;
    }
    var found =
        stacks.stream()
            .filter(it -> it.name().equals(name.get()) || it.name().equals(prefix + name.get()))
            .toList();
    InvalidInput.unless(
        !found.isEmpty(),
        "--stack",
        name.get(),
        "must be one of "
            + stacks.stream()
                .map(it -> it.name().substring(prefix.length()))
                .collect(Collectors.joining(", ")),
        "give one of these names");
    return found;
  }
}
