package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a stage up, with traffic and with a release that waits to be rolled out. */
@Command(
    name = "local",
    description =
        "Keep the local stage up until Ctrl-C: functions, state machines, tables, metrics and"
            + " alarms in this process, reached by endpoint URLs. A new release always waits to be"
            + " rolled out.")
public final class LocalCommand implements Callable<Integer> {
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
  private static final int HIGHEST_PORT = 65535;
  private static final int MOST_TRAFFIC = 200;
  private final Shell shell;
  private final Settings settings;

  @Option(
      names = "--aws-port",
      paramLabel = "PORT",
      defaultValue = "4566",
      description =
          "Port of all services together on 127.0.0.1, for AWS_ENDPOINT_URL, 0 for any"
              + " (${DEFAULT-VALUE}).")
  private int awsPort;

  @Option(
      names = "--sfn-port",
      paramLabel = "PORT",
      defaultValue = "8083",
      description = "Port of Step Functions on 127.0.0.1, 0 for any (${DEFAULT-VALUE}).")
  private int sfnPort;

  @Option(
      names = "--lambda-port",
      paramLabel = "PORT",
      defaultValue = "3001",
      description = "Port of Lambda on 127.0.0.1, 0 for any (${DEFAULT-VALUE}).")
  private int lambdaPort;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "Port of DynamoDB on 127.0.0.1, 0 for any (${DEFAULT-VALUE}).")
  private int dynamoDbPort;

  @Option(
      names = "--function-url-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the Function URL on 127.0.0.1, 0 for any (${DEFAULT-VALUE}).")
  private int functionUrlPort;

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "Port of the chat page on 127.0.0.1, 0 for any (${DEFAULT-VALUE}).")
  private int pagePort;

  @Option(
      names = "--traffic",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Requests a second that the stage sends to the Function URL, 0 to 200"
              + " (${DEFAULT-VALUE}).")
  private int traffic;

  @Option(
      names = "--empty",
      description =
          "Deploy nothing: the stage is as an account is after cdk bootstrap. Traffic begins when"
              + " the payload is deployed.")
  private boolean empty;

  /** The command in a shell. */
  public LocalCommand(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    checkPort("--aws-port", awsPort);
    checkPort("--sfn-port", sfnPort);
    checkPort("--lambda-port", lambdaPort);
    checkPort("--dynamodb-port", dynamoDbPort);
    checkPort("--function-url-port", functionUrlPort);
    checkPort("--page-port", pagePort);
    InvalidInput.unless(
        traffic >= 0 && traffic <= MOST_TRAFFIC,
        "--traffic",
        traffic,
        "must be 0 to 200 requests a second",
        "give 20");
    var files = BuiltFiles.find(BuiltFiles.root());
    var ports =
        new StagePorts(awsPort, sfnPort, lambdaPort, dynamoDbPort, functionUrlPort, pagePort);
    try (var stage = LiveStage.open(files, ports, empty, shell::say)) {
      stay(stage, files);
    }
    return ExitStatus.OK.code();
  }

  private void stay(LiveStage stage, BuiltFiles files) {
    var endpoints = stage.endpoints();
    try (var requests = new StageTraffic(stage, shell, traffic)) {
      requests.follow();
      settings.printer().print(endpoints.data(), endpoints.lines());
      if (empty) {
        shell.say("The stage is up, and nothing is deployed. Ctrl-C ends it.");
        keepTraffic(requests);
      } else {
        shell.say("The stage is up, as environment staging. Ctrl-C ends it.");
        keepARelease(
            new Releases(stage.stage(), Environment.STAGING.prefix() + "chat", files.payload()));
      }
    } catch (InterruptedException asked) {
      shell.say("The stage ends.");
    }
  }

  /** Sends to the payload while it is deployed. */
  private void keepTraffic(StageTraffic requests) throws InterruptedException {
    while (true) {
      requests.follow();
      shell.pause().pause(BETWEEN_CHECKS);
    }
  }

  /** Uploads the next release as soon as a rollout has published the one before. */
  private void keepARelease(Releases releases) throws InterruptedException {
    for (var number = 2; ; ) {
      if (!releases.isWaiting()) {
        releases.upload("release " + number);
        shell.say("Release %s waits: picasso rollout start --plan FILE".formatted(number));
        number++;
      }
      shell.pause().pause(BETWEEN_CHECKS);
    }
  }

  private static void checkPort(String option, int port) {
    InvalidInput.unless(
        port >= 0 && port <= HIGHEST_PORT,
        option,
        port,
        "must be a port, 0 to 65535",
        "give 0 for any that is free");
  }
}
