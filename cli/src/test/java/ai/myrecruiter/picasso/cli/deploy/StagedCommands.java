package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestClock;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.aws.Clients;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.ResourceFaults;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.s3.Buckets;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageBlueprint;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.traffic.VirtualTraffic;
import ai.myrecruiter.picasso.tasks.deployment.DeploymentTable;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Commands on a stage in this process, on a virtual clock that moves while they pause. */
public final class StagedCommands implements AutoCloseable {
  /** The project. */
  static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  /** What the build has synthesized. */
  static final Path ASSEMBLY = ROOT.resolve("infra/target/cdk.out");

  private static final Map<Environment, StageBlueprint> BLUEPRINTS =
      new EnumMap<>(Environment.class);
  private final Environment environment;
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1);
  private final Stage stage;
  private final Path journal;
  private Runnable onPause = () -> {};
  private UnaryOperator<Account> seen = account -> account;
  private long commands;

  private StagedCommands(Environment environment, boolean empty) {
    this.environment = environment;
    try {
      var settings = settings(environment).madeFrom(blueprint(environment));
      this.stage = Stage.open(loop, empty ? settings.emptied() : settings);
      this.journal = Files.createTempDirectory("picasso-journal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StageSettings settings(Environment environment) {
    var silent = StageSettings.silent(ASSEMBLY);
    return new StageSettings(
        silent.assembly(),
        environment.value(),
        silent.metricLag(),
        silent.functionUrlPort(),
        silent.dynamoDbPort(),
        silent.pageOrigin(),
        silent.blueprint(),
        silent.empty(),
        silent.log(),
        silent.report());
  }

  private static synchronized StageBlueprint blueprint(Environment environment) {
    return BLUEPRINTS.computeIfAbsent(
        environment,
        it -> {
          try {
            var blueprint = StageBlueprint.read(ASSEMBLY, it.value());
            Runtime.getRuntime().addShutdownHook(new Thread(blueprint::close));
            return blueprint;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A stage on which an environment is deployed, for so long that its alarms have come to rest. */
  public static StagedCommands deployed(Environment environment) {
    var commands = new StagedCommands(environment, false);
    commands.loop.runFor(Duration.ofMinutes(10));
    return commands;
  }

  /** A stage on which nothing is deployed. */
  public static StagedCommands empty(Environment environment) {
    return new StagedCommands(environment, true);
  }

  /** The stage itself. */
  public Stage stage() {
    return stage;
  }

  /** Where files of records are kept. */
  public Path journal() {
    return journal;
  }

  /** Faults of resources. */
  public ResourceFaults faults() {
    return stage.stacksService().faults();
  }

  /** Does something at each pause of a command. */
  public StagedCommands eachPause(Runnable what) {
    onPause = what;
    return this;
  }

  /** Gives commands another account than the stage's. */
  public StagedCommands seeing(UnaryOperator<Account> change) {
    seen = change;
    return this;
  }

  /** Lets time pass. */
  public void runFor(Duration time) {
    loop.runFor(time);
  }

  /** Has somebody look for drift in every stack. */
  public StagedCommands lookedForDrift() {
    for (var name : List.of("audit", "triggers", "workflows", "observability", "payload", "data")) {
      stage.cloudFormation().detectStackDrift(it -> it.stackName(environment.prefix() + name));
    }
    runFor(Duration.ofSeconds(10));
    return this;
  }

  /** Runs a command as mia. */
  public CommandRun run(String... arguments) {
    return run(shell("mia"), arguments);
  }

  /** Runs a command as somebody. */
  public CommandRun as(String user, String... arguments) {
    return run(shell(user), arguments);
  }

  /** A shell on the stage's clock. */
  public TestShell shell(String user) {
    return new TestShell()
        .of(user)
        .seeded(++commands)
        .at(new TestClock(loop::now, loop::runFor).eachPause(() -> onPause.run()));
  }

  /** Runs a command in a shell. */
  public CommandRun run(TestShell shell, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--env", environment.value(), "--journal", journal.toString()));
    return CommandRun.of(shell, this::account, all.toArray(new String[0]));
  }

  private Account account(Settings settings) {
    return seen.apply(
        new Account(
            new Clients(stage.sfn(), stage.dynamoDb()),
            stage.cloudFormation(),
            stage.lambda(),
            stage.cloudWatch(),
            stage.secrets(),
            stage.s3(),
            stage.sts(),
            "us-east-1"));
  }

  /** The status of a stack; absent when there is none. */
  public Optional<String> status(String name) {
    return new StackView(stage.cloudFormation(), environment.prefix() + name)
        .any()
        .map(it -> it.stackStatusAsString());
  }

  /** The present instant. */
  public Instant now() {
    return loop.now();
  }

  /** Puts something into both secrets, which are deployed empty. */
  public StagedCommands withKeyRings() {
    for (var name : List.of("signing-key", "verification-keys")) {
      stage
          .secrets()
          .putSecretValue(it ->
              it.secretId("picasso/%s/jwt/%s".formatted(environment, name)).secretString("{}"));
    }
    return this;
  }

  /** Takes the bucket of assets away. */
  void withoutBucket() {
    stage.buckets().delete(Buckets.BOOTSTRAP);
  }

  private LeaseTable leases() {
    return new LeaseTable(stage.dynamoDb(), environment.prefix() + "leases");
  }

  /** The lease of the environment. */
  public Optional<Lease> lease() {
    return leases().read(environment);
  }

  /** Has somebody own the environment. */
  public void leasedBy(Holder holder) {
    leases()
        .change(environment, it -> it.orElseGet(() -> Lease.never(environment)).acquire(holder));
  }

  /** Has a rollback take the environment over. */
  public void takenOverBy(Holder taker) {
    leases().change(environment, it -> it.orElseThrow().takeOver(taker));
  }

  /** Traffic to both functions, begun. */
  public void traffic(double perSecond) {
    for (var function : List.of("chat", "streaming")) {
      var random = new SplittableRandom(loop.random().nextLong());
      var name = environment.prefix() + function + ":live";
      new VirtualTraffic(loop, stage.invoker(), name, perSecond, random).start();
    }
  }

  /** Whether every resource of a type stays when its stack is deleted. */
  boolean retains(String type) {
    return CloudAssembly.read(ASSEMBLY).stacksOf(environment.value()).stream()
        .flatMap(stack -> stack.template().path("Resources").valueStream())
        .filter(it -> it.path("Type").asText().equals(type))
        .allMatch(it -> it.path("DeletionPolicy").asText().startsWith("Retain"));
  }

  /** Whether a stack is protected from deletion. */
  boolean protectedFromDeletion(String name) {
    return new StackView(stage.cloudFormation(), environment.prefix() + name)
        .any()
        .orElseThrow()
        .enableTerminationProtection();
  }

  /** The records in the table. */
  public List<Deployment> records() {
    return new DeploymentTable(stage.dynamoDb(), environment.prefix() + "rollouts")
        .list(environment);
  }

  @Override
  public void close() {
    stage.close();
    try (var files = Files.walk(journal)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
