package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A stage on the real clock, served on loopback: what another terminal reaches by endpoint URLs.
 */
public final class LiveStage implements AutoCloseable {
  private static final String STACK = "picasso-staging-payload";
  private final Stage stage;
  private final StepFunctionsEndpoint sfn;

  private LiveStage(Stage stage, StepFunctionsEndpoint sfn) {
    this.stage = stage;
    this.sfn = sfn;
  }

  /**
   * Sets a stage up.
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
      return serve(Stage.open(loop, settings), ports);
    } catch (IOException | UncheckedIOException e) {
      loop.close();
      throw CommandEnd.failed("The local stage cannot start: " + e.getMessage());
    }
  }

  private static LiveStage serve(Stage stage, StagePorts ports) {
    try {
      return new LiveStage(stage, new StepFunctionsEndpoint(stage.sfn(), ports.sfn()));
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
        stage.dynamoDbEndpoint().orElseThrow(),
        URI.create(stage.output(STACK, "ChatUrl")));
  }

  @Override
  public void close() {
    sfn.close();
    stage.close();
  }
}
