package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.page.PageServer;
import ai.myrecruiter.picasso.local.payload.FirstTenants;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A stage on the real clock, served on loopback: what another terminal reaches by endpoint URLs.
 */
public final class LiveStage implements AutoCloseable {
  private static final String STACK = "picasso-staging-payload";
  private final Stage stage;
  private final LoopbackServer aws;
  private final LoopbackServer sfn;
  private final LoopbackServer lambda;
  private final PageServer page;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LiveStage(
      Stage stage, LoopbackServer aws, LoopbackServer sfn, LoopbackServer lambda, PageServer page) {
    this.stage = stage;
    this.aws = aws;
    this.sfn = sfn;
    this.lambda = lambda;
    this.page = page;
    functionUrl().ifPresent(this::show);
    var service = stage.stacksService();
    stage
        .loop()
        .post(() ->
            service.whenCreated(made -> {
              if (made.equals(STACK)) {
                functionUrl().ifPresent(this::show);
              }
            }));
  }

  /** Leads the chat page to the payload. */
  private void show(URI functionUrl) {
    page.configure(Map.of("master", functionUrl.toString(), "tenant", FirstTenants.CLINIC));
  }

  /** The payload's Function URL, while its stack is there. */
  public Optional<URI> functionUrl() {
    var outputs = stage.loop().call(() -> stage.stacksService().outputs(STACK));
    return Optional.ofNullable(outputs.get("ChatUrl")).map(URI::create);
  }

  /**
   * Sets a stage up. It is closed at the latest when the process ends, by Ctrl-C too.
   *
   * @param empty without any stack, as an account is before its first deployment
   * @param report told of what goes wrong on the stage
   * @throws CommandEnd when a port cannot be had
   */
  public static LiveStage open(
      BuiltFiles files, StagePorts ports, boolean empty, Consumer<String> report) {
    var loop =
        new RealLoop(
            InstantSource.system(),
            new SecureRandom().nextLong(),
            defect -> report.accept("defect of the stage: " + defect));
    try {
      var live = open(loop, files, ports, empty, report);
      Runtime.getRuntime().addShutdownHook(new Thread(live::close));
      return live;
    } catch (IOException | UncheckedIOException e) {
      loop.close();
      throw CommandEnd.failed("The local stage cannot start: " + e.getMessage());
    }
  }

  private static LiveStage open(
      EventLoop loop, BuiltFiles files, StagePorts ports, boolean empty, Consumer<String> report)
      throws IOException {
    var opened = new ArrayDeque<AutoCloseable>();
    try {
      var page = pushed(opened, PageServer.open(files.page(), ports.page()));
      var settings =
          StageSettings.silent(files.assembly())
              .withFunctionUrl(ports.functionUrl())
              .withDynamoDb(ports.dynamoDb())
              .servingPage(page.origin())
              .reportingTo(report);
      var stage = pushed(opened, Stage.open(loop, empty ? settings.emptied() : settings));
      var aws = pushed(opened, stage.serveAws(ports.aws()));
      var sfn = pushed(opened, stage.serveStepFunctions(ports.sfn()));
      return new LiveStage(stage, aws, sfn, stage.serveLambda(ports.lambda()), page);
    } catch (IOException | RuntimeException e) {
      closeAll(opened, e);
      throw e;
    }
  }

  private static <C extends AutoCloseable> C pushed(Deque<AutoCloseable> opened, C one) {
    opened.push(one);
    return one;
  }

  /** Closes what was opened before the failure, the last first. */
  private static void closeAll(Deque<AutoCloseable> opened, Exception failure) {
    for (var one : opened) {
      try {
        one.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** The stage itself. */
  public Stage stage() {
    return stage;
  }

  /** Where it is reached. */
  public StageEndpoints endpoints() {
    return new StageEndpoints(
        aws.uri(),
        sfn.uri(),
        lambda.uri(),
        stage.dynamoDbEndpoint().orElseThrow(),
        functionUrl(),
        page.uri());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      aws.close();
      sfn.close();
      lambda.close();
      stage.close();
      page.close();
    }
  }
}
