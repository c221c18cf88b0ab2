package ai.myrecruiter.picasso.infra;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.audit.AuditStack;
import ai.myrecruiter.picasso.infra.data.DataStack;
import ai.myrecruiter.picasso.infra.environment.EnvironmentFiles;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.observability.ObservabilityStack;
import ai.myrecruiter.picasso.infra.payload.PayloadStack;
import ai.myrecruiter.picasso.infra.triggers.TriggersStack;
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
          "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
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
    create(inputs, output).synth();
  }

  /** The stacks of all environments, not yet written. */
  static App create(Inputs inputs, Path output) {
    var app =
        App.Builder.create()
            .outdir(output.toString())
            .context(CONTEXT)
            .analyticsReporting(false)
            .build();
    EnvironmentFiles.read(inputs.environments()).forEach(settings -> add(app, settings, inputs));
    return app;
  }

  private static void add(App app, EnvironmentSettings settings, Inputs inputs) {
    var data = new DataStack(app, settings);
    var payload = new PayloadStack(app, settings, inputs);
    var observability = new ObservabilityStack(app, settings);
    var workflows = new WorkflowsStack(app, settings, inputs);
    var triggers = new TriggersStack(app, settings);
    new AuditStack(app, settings);
    payload.addStackDependency(data, "the functions read its tables and secrets");
    observability.addStackDependency(payload, "the alarms watch its functions");
    workflows.addStackDependency(data, "the tasks keep leases and records there");
    workflows.addStackDependency(observability, "the tasks read alarms and tell audiences");
    triggers.addStackDependency(workflows, "they start its machines and tasks");
  }
}
