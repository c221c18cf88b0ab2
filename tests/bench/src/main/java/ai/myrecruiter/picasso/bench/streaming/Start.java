package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the function, from the script that starts it to its first token. */
final class Start {
  private static final String WRAPPER = "bin/picasso-streaming";
  private final Services services;
  private final Path root;

  /**
   * What one start took.
   *
   * @param wall from the start to the first token
   * @param processor time of all its threads until then
   */
  record Took(Duration wall, Duration processor) {}

  /**
   * Starts of one package.
   *
   * @param root the unpacked package
   */
  Start(Services services, Path root) {
    this.services = services;
    this.root = root;
  }

  /** Starts it with a question that waits. */
  Took cold() throws Exception {
    try (var api = RuntimeApi.start(ResponseLimits.LAMBDA)) {
      var tokens = new Tokens();
      api.offer(services.question(tokens));
      long began = System.nanoTime();
      var process = process(Map.of("AWS_LAMBDA_RUNTIME_API", api.address()));
      try {
        return took(process, tokens, began, Duration.ZERO);
      } finally {
        end(process);
      }
    }
  }

  /** Lets it prime itself, and counts from its restore on. */
  Took primed() throws Exception {
    try (var api = RuntimeApi.start(ResponseLimits.LAMBDA)) {
      var process =
          process(
              Map.of(
                  "AWS_LAMBDA_RUNTIME_API",
                  api.address(),
                  "AWS_LAMBDA_INITIALIZATION_TYPE",
                  "snap-start"));
      try {
        api.started().get(60, TimeUnit.SECONDS);
        var before = processor(process);
        var tokens = new Tokens();
        api.offer(services.question(tokens));
        long began = System.nanoTime();
        api.restore();
        return took(process, tokens, began, before);
      } finally {
        end(process);
      }
    }
  }

  private static Took took(Process process, Tokens tokens, long began, Duration before)
      throws Exception {
    var wall = Duration.ofNanos(tokens.next() - began);
    var processor = processor(process).minus(before);
    tokens.whole();
    return new Took(wall, processor);
  }

  private static Duration processor(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Writes the package's AOT cache, as whoever deploys it would. */
  void train() throws IOException, InterruptedException {
    var process =
        process(Map.of("PICASSO_AOT_OUTPUT", root.resolve("lib/picasso-runtime.aot").toString()));
    if (process.waitFor() != 0) {
      throw new IOException("no AOT cache was written: status " + process.exitValue());
    }
  }

  private Process process(Map<String, String> variables) throws IOException {
    var builder = new ProcessBuilder(List.of(root.resolve(WRAPPER).toString()));
    builder.environment().clear();
    builder.environment().putAll(services.environment());
    builder.environment().putAll(variables);
    builder.environment().put("LAMBDA_TASK_ROOT", root.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", System.getenv("PATH"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
