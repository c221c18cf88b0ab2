package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A stage on the real clock, served on loopback: what another terminal reaches by endpoint URLs.
 */
public final class LiveStage implements AutoCloseable {
  private static final String STACK = "picasso-staging-payload";
  private final Stage stage;
  private final LoopbackServer sfn;
  private final LoopbackServer lambda;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LiveStage(Stage stage, LoopbackServer sfn, LoopbackServer lambda) {
    this.stage = stage;
    this.sfn = sfn;
    this.lambda = lambda;
  }

  /**
   * Sets a stage up. It is closed at the latest when the process ends, by Ctrl-C too.
   *
   * @param report told of what goes wrong on the stage
   * @throws CommandEnd when a port cannot be had
   */
  public static LiveStage open(BuiltFiles files, StagePorts ports, Consumer<String> report) {
    var loop =
        new RealLoop(
            InstantSource.system(),
            new SecureRandom().nextLong(),
            defect -> report.accept("defect of the stage: " + defect));
    var settings =
        StageSettings.silent(files.assembly())
            .withFunctionUrl(ports.functionUrl())
            .withDynamoDb(ports.dynamoDb())
            .reportingTo(report);
    try {
      var live = serve(Stage.open(loop, settings), ports);
      Runtime.getRuntime().addShutdownHook(new Thread(live::close));
      return live;
    } catch (IOException | UncheckedIOException e) {
      loop.close();
      throw CommandEnd.failed("The local stage cannot start: " + e.getMessage());
    }
  }

  private static LiveStage serve(Stage stage, StagePorts ports) {
    try {
      var sfn = stage.serveStepFunctions(ports.sfn());
      try {
        return new LiveStage(stage, sfn, stage.serveLambda(ports.lambda()));
      } catch (UncheckedIOException e) {
        sfn.close();
        throw e;
      }
    } catch (UncheckedIOException e) {
      stage.close();
      throw e;
    }
  }

  /** The stage itself. */
  public Stage stage() {
    return stage;
  }

  /** Where it is reached. */
  public StageEndpoints endpoints() {
    return new StageEndpoints(
        sfn.uri(),
        lambda.uri(),
        stage.dynamoDbEndpoint().orElseThrow(),
        URI.create(stage.output(STACK, "ChatUrl")));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      sfn.close();
      lambda.close();
      stage.close();
    }
  }
}
