package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The journal of an environment: files until its table is there, the table from then on. What the
 * files hold is moved as soon as it can be.
 */
final class Journals implements Journal {
  private final StackView stack;
  private final FileJournal files;
  private final TableJournal table;
  private final Shell shell;
  private boolean tableIsThere;

  Journals(Account account, Environment environment, Path folder, Shell shell) {
    var dynamoDb = account.clients().dynamoDb();
    this.stack = new StackView(account.cloudFormation(), environment.prefix() + "data");
    this.files = new FileJournal(folder);
    this.table = new TableJournal(dynamoDb, environment);
    this.shell = shell;
  }

  /** The folder for files: the one that was named, else below the user's folder of states. */
  static Path folder(Optional<Path> named, Environment environment, Shell shell) {
    var root =
        named.orElseGet(() ->
            shell
                .variable("XDG_STATE_HOME")
                .map(Path::of)
                .or(() -> shell.variable("HOME").map(home -> Path.of(home, ".local", "state")))
                .orElseGet(() -> Path.of("."))
                .resolve("picasso"));
    return root.resolve("deployments-" + environment);
  }

  private Journal now() {
    if (!tableIsThere && lasts()) {
      try {
        table.list();
        tableIsThere = true;
        move();
      } catch (ResourceNotFoundException notYet) {
        return files;
      }
    }
    return tableIsThere ? table : files;
  }

  /** A table of a stack that is being made, or unmade, may be gone the next moment. */
  private boolean lasts() {
    return stack
        .any()
        .map(it -> it.stackStatusAsString())
        .filter(status -> !status.startsWith("UPDATE_") && !status.equals("CREATE_COMPLETE"))
        .isEmpty();
  }

  private void move() {
    if (!files.list().isEmpty()) {
      files.moveTo(table);
      shell.say("Records moved from %s to %s.".formatted(files.where(), table.where()));
    }
  }

  /** The files, for what has to outlive the table. */
  FileJournal files() {
    return files;
  }

  @Override
  public Optional<Deployment> read(RolloutId id) {
    return now().read(id);
  }

  @Override
  public List<Deployment> list() {
    return now().list();
  }

  @Override
  public Deployment create(Deployment deployment) {
    return now().create(deployment);
  }

  @Override
  public Deployment change(RolloutId id, UnaryOperator<Deployment> change) {
    return now().change(id, change);
  }

  @Override
  public void keepEvents(RolloutId id, List<RecordedEvent> events) {
    now().keepEvents(id, events);
  }

  @Override
  public List<RecordedEvent> events(RolloutId id) {
    return now().events(id);
  }

  @Override
  public String where() {
    return now().where();
  }
}
