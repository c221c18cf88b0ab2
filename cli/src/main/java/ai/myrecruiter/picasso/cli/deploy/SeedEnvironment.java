package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.config.ConfigFolder;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills what a first deployment leaves empty. */
@Command(
    name = "seed",
    description =
        "Fill what a first deployment leaves empty: the key rings, with new keys, and the tenant"
            + " that the health check asks through. What is there already stays.")
final class SeedEnvironment implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Mixin private final ConfigFolder documents = new ConfigFolder();
  @Mixin private final JournalFolder journal = new JournalFolder();

  SeedEnvironment(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  /** What was done. */
  record Seeded(String environment, boolean newKeys, String tenant) {}

  @Override
  public Integer call() {
    var config = documents.of(settings.environment()).read().config();
    try (var session = Session.open(shell, settings, source, journal.named())) {
      var seed = new Seed(session, config);
      seed.requirePlace();
      var tenant = seed.healthTenant();
      var done = new Seeded(session.environment().value(), seed.keyRings(), tenant);
      settings
          .printer()
          .print(
              done,
              List.of(
                  done.newKeys() ? "Key rings: new keys" : "Key rings: there already",
                  "Tenant: " + done.tenant()));
      return ExitStatus.OK.code();
    }
  }
}
