package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What every command about deployments works with.
 *
 * @param shell where it runs
 * @param settings what was asked for
 * @param environment which one
 * @param account the way there
 * @param place where it is
 * @param caller ARN of whoever calls
 * @param journal where records are kept
 */
record Session(
    Shell shell,
    Settings settings,
    Environment environment,
    Account account,
    Place place,
    String caller,
    Journals journal)
    implements AutoCloseable {
  /**
   * Opens the account that the settings name and asks who calls.
   *
   * @param folder for records while there is no table; empty for the usual one
   */
  static Session open(
      Shell shell, Settings settings, Account.Source source, Optional<Path> folder) {
    var environment = settings.environment();
    var account = source.open(settings);
    try {
      var caller = account.sts().getCallerIdentity();
      var place = new Place(caller.account(), account.region());
      var records = Journals.folder(folder, environment, shell);
      return new Session(
          shell,
          settings,
          environment,
          account,
          place,
          String.valueOf(caller.arn()),
          new Journals(account, environment, records, shell));
    } catch (RuntimeException e) {
      account.close();
      throw e;
    }
  }

  /** The state machines and tables of the environment. */
  Deployment deployed() {
    return new Deployment(environment, account.clients());
  }

  Instant now() {
    return shell.clock().instant();
  }

  void say(String line) {
    shell.say(line);
  }

  /** Says what a person has to read, beside data where programs read that. */
  void show(String line) {
    if (settings.printer().isJson()) {
      shell.say(line);
    } else {
      shell.out().println(line);
    }
  }

  @Override
  public void close() {
    account.close();
  }
}
