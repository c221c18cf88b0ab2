package ai.myrecruiter.picasso.infra;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.payload.PayloadStack;
import ai.myrecruiter.picasso.infra.workflows.WorkflowsStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.App;

/**
 * Synthesizes the stacks of every environment. The context is set here and nowhere else, so that
 * Maven's synth and {@code cdk deploy} write the same templates.
 */
public final class PicassoApp {
  private static final Map<String, Object> CONTEXT =
      Map.of(
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/core:target-partitions", new String[] {"aws"},
          "aws:cdk:disable-stack-trace", true);

  private PicassoApp() {}

  /**
   * Writes the cloud assembly.
   *
   * @param args root of the checkout, folder to write; the folder that the {@code cdk} command asks
   *     for by {@code CDK_OUTDIR} goes first
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "%d arguments, 2 needed: ROOT_OF_THE_CHECKOUT OUTPUT_FOLDER".formatted(args.length));
    }
    var inputs = Inputs.of(Path.of(args[0]));
    var output = Path.of(Objects.requireNonNullElse(System.getenv("CDK_OUTDIR"), args[1]));
    removeAssets(output);
    synthesize(inputs, output);
  }

  /** Removes the packages of earlier synths, each of many megabytes and under a name of its own. */
  static void removeAssets(Path output) throws IOException {
    if (!Files.exists(output.resolve("manifest.json"))) {
      return;
    }
    try (var assets = Files.newDirectoryStream(output, "asset.*.{jar,zip}")) {
      for (var asset : assets) {
        Files.delete(asset);
      }
    }
  }

  /** Writes the cloud assembly of all environments to a folder. */
  static void synthesize(Inputs inputs, Path output) {
    var app =
        App.Builder.create()
            .outdir(output.toString())
            .context(CONTEXT)
            .analyticsReporting(false)
            .build();
    for (var settings : EnvironmentSettings.ALL) {
      var payload = new PayloadStack(app, settings, inputs);
      var workflows = new WorkflowsStack(app, settings, inputs);
      workflows.addStackDependency(payload, "the watchdog and the alarm rule watch the payload");
    }
    app.synth();
  }
}
