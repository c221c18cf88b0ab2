package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** One run of {@code picasso teardown}. */
final class TeardownRun {
  private final Session session;
  private final String author;
  private final Patience patience;
  private final List<Stack> stacks = new ArrayList<>();
  private final List<String> stays = new ArrayList<>();

  TeardownRun(Session session, String author, Patience patience) {
    this.session = session;
    this.author = author;
    this.patience = patience;
  }

  /**
   * Finds what is there, says what would stay, and proves that it may go.
   *
   * @throws ChangeRefused with everything that stands against it
   */
  void prove(List<AssemblyStack> assembly, EnvironmentConfig config) {
    var findings = new ArrayList<>(new PlaceChecks(session, config).place());
    findings.addAll(new ServiceChecks(session).lease());
    var leftovers = new Leftovers(session.account().cloudFormation());
    for (var stack : assembly.reversed()) {
      new StackView(session.account().cloudFormation(), stack.name())
          .any()
          .ifPresent(found -> {
            stacks.add(found);
            findings.addAll(standsAgainst(found, leftovers));
          });
    }
    if (!findings.isEmpty()) {
      throw new ChangeRefused(
          "The teardown of %s is refused; nothing was changed.\n".formatted(session.environment())
              + findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    }
    show();
  }

  private List<Finding> standsAgainst(Stack stack, Leftovers leftovers) {
    var status = stack.stackStatusAsString();
    boolean review = status.equals("REVIEW_IN_PROGRESS");
    if (!review && !status.equals("DELETE_IN_PROGRESS") && status.endsWith("_IN_PROGRESS")) {
      return List.of(
          new Finding(
              "stack",
              stack.stackName() + " is " + status,
              "must not be worked on",
              "wait until CloudFormation is done with it"));
    }
    if (review || StackStateChecks.failed(stack)) {
      return List.of();
    }
    stays.addAll(leftovers.of(stack));
    return leftovers.protections(stack);
  }

  private void show() {
    if (stacks.isEmpty()) {
      session.say("There is no stack of %s; nothing to delete.".formatted(session.environment()));
      return;
    }
    session.show("To be deleted, in this order:");
    stacks.forEach(
        it -> session.show("  %s (%s)".formatted(it.stackName(), it.stackStatusAsString())));
    session.show("What is left:");
    stays.forEach(it -> session.show("  " + it));
  }

  boolean nothingIsThere() {
    return stacks.isEmpty();
  }

  /**
   * Returns when a person has given the environment's name.
   *
   * @throws CommandEnd when it is another
   */
  void confirm(Optional<String> given) {
    var name = session.environment().value();
    InvalidInput.unless(
        given.isPresent() || session.shell().terminal().interactive(),
        "--confirm",
        "not given",
        "must be the environment's name where nobody can be asked",
        "give --confirm " + name);
    if (!given
        .orElseGet(() -> session.shell().ask("Type %s to delete it: ".formatted(name), "--confirm"))
        .strip()
        .equals(name)) {
      throw CommandEnd.refused("That is not the environment's name. Nothing was changed.");
    }
  }

  /**
   * Deletes the stacks, one after the other.
   *
   * @throws CommandEnd when one cannot be deleted; run again, it goes on
   */
  void delete() throws InterruptedException {
    var files = session.journal().files();
    var record = begun();
    session.say("The record is %s in %s".formatted(record.file(), files.where()));
    for (var stack : stacks) {
      keep(files, record);
      var ended = new StackDeletion(session, patience).delete(stack, "picasso-" + record.id());
      record =
          record.plus(new Teardown.DeletedStack(stack.stackName(), ended.status(), ended.events()));
      keep(files, record);
      ended
          .failure()
          .ifPresent(why -> {
            throw CommandEnd.failed(
                why + ". Mend that and run picasso teardown again; it goes on.");
          });
    }
    record = record.ended(session.now());
    keep(files, record);
    print(record);
  }

  private Teardown begun() {
    return new Teardown(
        session.environment(),
        RolloutId.create(session.now(), session.shell().random()),
        author,
        session.caller(),
        session.now(),
        stays,
        List.of(),
        Optional.empty());
  }

  private static void keep(FileJournal files, Teardown record) {
    files.keep(record.file(), Contracts.write(record));
  }

  private void print(Teardown record) {
    var table = new TextTable("STACK", "STATUS");
    record.stacks().forEach(it -> table.row(it.stack(), it.status()));
    session.settings().printer().print(record, table.lines());
    session.say("%s is torn down.".formatted(session.environment()));
  }
}
