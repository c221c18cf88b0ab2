package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rehearsal.MetricDelay;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the model is: a file, or the standard one, with single values changed. */
final class ModelOptions {
  private static final Duration FINE = Duration.ofSeconds(10);
  private static final Duration FINE_LAG = Duration.ofSeconds(5);
  private static final Duration COARSE = Duration.ofSeconds(60);
  private static final Duration COARSE_LAG = Duration.ofSeconds(30);

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Traffic and faults in YAML or JSON (see docs/rehearsal.md).")
  private @Nullable Path file;

  @Option(
      names = "--rps",
      paramLabel = "N",
      description = "Mean requests a second, 0.01 to 100000 (100).")
  private @Nullable String rps;

  @Option(
      names = "--error-rate",
      paramLabel = "RATE",
      description = "Share of requests that fail with the old version: 0.001 or 0.1%% (0.1%%).")
  private @Nullable String errorRate;

  @Option(
      names = "--effect",
      paramLabel = "xN|RATE",
      description = "New version's errors: x5 for five times the old rate, or a rate (x5).")
  private @Nullable String effect;

  @Option(
      names = "--alarm-threshold",
      paramLabel = "RATE",
      description =
          "Threshold of the alarm chat-errors: 0.12 or 12%% (thresholds.errorPercent of staging).")
  private @Nullable String alarmThreshold;

  @Option(
      names = "--metrics",
      paramLabel = "10s|60s",
      description = "Periods of the metrics: 10s seen 5 s late, 60s seen 30 s late (10s).")
  private @Nullable String metrics;

  /**
   * The model that was asked for.
   *
   * @throws InvalidInput when a value breaks a rule
   */
  Model model() {
    var model = file == null ? Model.STANDARD : ModelFile.read(file);
    if (rps != null) {
      var base = model;
      var text = rps;
      model = Options.read("--rps", () -> base.withRps(Options.number("--rps", text)));
    }
    if (errorRate != null) {
      var base = model;
      var text = errorRate;
      model =
          Options.read(
              "--error-rate", () -> base.withErrorRate(Options.share("--error-rate", text)));
    }
    if (effect != null) {
      var base = model;
      var text = effect;
      model = Options.read("--effect", () -> effect(base, text));
    }
    if (alarmThreshold != null) {
      var base = model;
      var text = alarmThreshold;
      model =
          Options.read(
              "--alarm-threshold",
              () -> base.withErrorPercent(100 * Options.share("--alarm-threshold", text)));
    }
    return metrics == null ? model : model.withMetrics(delay(metrics));
  }

  /** The options as they were given, for a command line that repeats the run. */
  List<String> given() {
    var given = new ArrayList<String>();
    Optional.ofNullable(file).ifPresent(path -> given.addAll(List.of("--model", path.toString())));
    Optional.ofNullable(rps).ifPresent(text -> given.addAll(List.of("--rps", text)));
    Optional.ofNullable(errorRate).ifPresent(text -> given.addAll(List.of("--error-rate", text)));
    Optional.ofNullable(effect).ifPresent(text -> given.addAll(List.of("--effect", text)));
    Optional.ofNullable(alarmThreshold)
        .ifPresent(text -> given.addAll(List.of("--alarm-threshold", text)));
    Optional.ofNullable(metrics).ifPresent(text -> given.addAll(List.of("--metrics", text)));
    return given;
  }

  private static Model effect(Model model, String text) {
    if (!text.startsWith("x")) {
      var rate = Options.share("--effect", text);
      InvalidInput.unless(
          rate >= 0 && rate <= 1,
          "--effect",
          text,
          "must be a rate from 0 to 1 (0% to 100%), or xN",
          "write x5 for five times the old version's errors");
      return model.withEffect(rate);
    }
    InvalidInput.unless(
        model.errors().rate() > 0,
        "--effect",
        text,
        "must be a rate when the old version never fails",
        "write it like 1%");
    return model.withEffectTimes(Options.number("--effect", text.substring(1)));
  }

  private static MetricDelay delay(String text) {
    return switch (text) {
      case "10s" -> new MetricDelay(FINE, FINE_LAG);
      case "60s" -> new MetricDelay(COARSE, COARSE_LAG);
      default ->
          throw new InvalidInput(
              "--metrics", text, "must be 10s or 60s", "use a model file for another lag");
    };
  }
}
