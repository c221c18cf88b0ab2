package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.plan.Fields;
import ai.myrecruiter.picasso.workflows.plan.PlanDocument;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a model from a YAML or JSON document. What it leaves out is as in {@link Model#STANDARD};
 * what it has and should not is reported all at once.
 */
public final class ModelReader {
  private static final Model DEFAULT = Model.STANDARD;
  private final List<Finding> findings = new ArrayList<>();

  private ModelReader() {}

  /**
   * The model of a document.
   *
   * @throws InvalidInput with every finding
   */
  public static Model read(String text) {
    var reader = new ModelReader();
    var document =
        new PlanDocument(reader.findings, "a traffic model", "write traffic, errors and effect")
            .read(text);
    var model = document.map(reader::model);
    InvalidInput.when(PlanDocument.bounded(reader.findings));
    return model.orElseThrow().build();
  }

  /** The parts of a model; what has a finding is missing. */
  private record Parts(
      Optional<Traffic> traffic,
      Optional<Errors> errors,
      Optional<Double> errorRate,
      double slowdown,
      Duration onset,
      Optional<Latency> latency,
      Optional<MetricDelay> metrics,
      Duration horizon,
      Alarms alarms) {
    Model build() {
      return new Model(
          traffic.orElseThrow(),
          errors.orElseThrow(),
          new Effect(errorRate.orElseThrow(), slowdown, onset),
          latency.orElseThrow(),
          metrics.orElseThrow(),
          horizon,
          alarms);
    }
  }

  private Parts model(ObjectNode tree) {
    var fields = new Fields("$", tree, findings);
    for (var part : List.of("traffic", "errors", "effect", "latency", "metrics", "alarms")) {
      fields.fill(part, Map.of());
    }
    fields.fill("horizon", DurationText.format(DEFAULT.horizon()));
    var traffic = fields.part("traffic").flatMap(this::traffic);
    var errors = fields.part("errors").flatMap(this::errors);
    var effect = fields.part("effect");
    var rate = effect.flatMap(part -> errorRate(part, errors));
    var slowdown =
        effect
            .map(part -> part.fill("slowdown", DEFAULT.effect().slowdown()))
            .flatMap(part -> part.number("slowdown", ModelRules.SLOWDOWN));
    var onset =
        effect
            .map(part -> part.fill("onset", DurationText.format(DEFAULT.effect().onset())))
            .flatMap(part -> part.duration("onset", ModelRules.ONSET));
    effect.ifPresent(Fields::refuseUnknown);
    var parts =
        new Parts(
            traffic,
            errors,
            rate,
            slowdown.orElse(1.0),
            onset.orElse(Duration.ZERO),
            fields.part("latency").flatMap(this::latency),
            fields.part("metrics").flatMap(this::metrics),
            fields.duration("horizon", ModelRules.HORIZON).orElse(DEFAULT.horizon()),
            fields.part("alarms").map(this::alarms).orElse(DEFAULT.alarms()));
    fields.refuseUnknown();
    return parts;
  }

  private Optional<Traffic> traffic(Fields part) {
    var standard = DEFAULT.traffic();
    part.fill("rps", standard.rps()).fill("swing", standard.swing());
    part.fill("peakHour", standard.peakHour()).fill("startHour", standard.startHour());
    var rps = part.number("rps", ModelRules.RPS);
    var swing = part.number("swing", ModelRules.SWING);
    var peak = part.number("peakHour", ModelRules.HOUR);
    var start = part.number("startHour", ModelRules.HOUR);
    part.refuseUnknown();
    return rps.isPresent() && swing.isPresent() && peak.isPresent() && start.isPresent()
        ? Optional.of(new Traffic(rps.get(), swing.get(), peak.get(), start.get()))
        : Optional.empty();
  }

  private Optional<Errors> errors(Fields part) {
    part.fill("rate", DEFAULT.errors().rate()).fill("clustering", DEFAULT.errors().clustering());
    part.fill("handled", DEFAULT.errors().handled());
    var rate = part.number("rate", ModelRules.ERROR_RATE);
    var clustering = part.number("clustering", ModelRules.CLUSTERING);
    var handled = part.number("handled", ModelRules.SHARE);
    part.refuseUnknown();
    return rate.isPresent() && clustering.isPresent() && handled.isPresent()
        ? Optional.of(new Errors(rate.get(), clustering.get(), handled.get()))
        : Optional.empty();
  }

  private Alarms alarms(Fields part) {
    var percent = part.optionalNumber("errorPercent", ModelRules.ERROR_PERCENT);
    part.refuseUnknown();
    return new Alarms(percent);
  }

  /** The new version's error rate: given, or as a multiple of the old one's. */
  private Optional<Double> errorRate(Fields effect, Optional<Errors> errors) {
    var given = effect.optionalNumber("errorRate", ModelRules.SHARE);
    var times = effect.optionalNumber("times", ModelRules.TIMES);
    if (given.isPresent() && times.isPresent()) {
      findings.add(
          new Finding(
              "$.effect.times",
              Contracts.write(times.get()),
              "must not be given beside errorRate",
              "remove one of the two"));
    }
    return given.or(
        () -> errors.map(old -> Math.min(1, old.rate() * times.orElse(DEFAULT.times()))));
  }

  private Optional<Latency> latency(Fields part) {
    var standard = DEFAULT.latency();
    part.fill("medianMillis", standard.medianMillis()).fill("spread", standard.spread());
    part.fill("coldShare", standard.coldShare());
    part.fill("laterColdShare", standard.laterColdShare());
    part.fill("coldMillis", standard.coldMillis());
    var median = part.number("medianMillis", ModelRules.MILLIS);
    var spread = part.number("spread", ModelRules.SPREAD);
    var share = part.number("coldShare", ModelRules.SHARE);
    var later = part.number("laterColdShare", ModelRules.SHARE);
    var cold = part.number("coldMillis", ModelRules.COLD);
    part.refuseUnknown();
    return Stream.of(median, spread, share, later, cold).allMatch(Optional::isPresent)
        ? Optional.of(new Latency(median.get(), spread.get(), share.get(), later.get(), cold.get()))
        : Optional.empty();
  }

  private Optional<MetricDelay> metrics(Fields part) {
    part.fill("resolution", DurationText.format(DEFAULT.metrics().resolution()));
    part.fill("lag", DurationText.format(DEFAULT.metrics().lag()));
    var resolution = part.duration("resolution", ModelRules.RESOLUTION);
    var lag = part.duration("lag", ModelRules.LAG);
    part.refuseUnknown();
    return resolution.flatMap(period -> lag.map(delay -> new MetricDelay(period, delay)));
  }
}
