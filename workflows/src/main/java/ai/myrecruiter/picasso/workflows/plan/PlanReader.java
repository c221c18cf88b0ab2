package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plan from a YAML or JSON document and reports everything that is wrong with it at once,
 * each finding with its path. Refuses documents above 256 KiB before it looks inside.
 *
 * <p>A document is first checked and completed with the defaults; only one without findings is
 * bound to the records, which check again.
 */
public final class PlanReader {
  private static final String STANDARD_LOOK = "10s";

  private final List<Finding> findings = new ArrayList<>();
  private boolean latency;

  private PlanReader() {}

  /** The plan of a document, or every finding. */
  public static PlanReading read(String text) {
    var reader = new PlanReader();
    var document = new PlanDocument(reader.findings).read(text);
    document.ifPresent(tree -> reader.plan(new Fields("$", tree, reader.findings)));
    return document.isPresent() && reader.findings.isEmpty()
        ? bind(document.get())
        : new PlanReading.Refused(PlanDocument.bounded(reader.findings));
  }

  private static PlanReading bind(ObjectNode document) {
    try {
      return new PlanReading.Accepted(Contracts.read(document, Plan.class));
    } catch (InvalidInput refused) {
      return new PlanReading.Refused(refused.findings());
    }
  }

  private void plan(Fields plan) {
    plan.fill("alpha", 0.01).fill("targets", Map.of());
    plan.text("name", PlanRules.NAME);
    plan.number("alpha", PlanRules.ALPHA);
    plan.part("targets").ifPresent(this::targets);
    stages(plan);
    plan.part("bake").ifPresent(this::bake);
    findings.addAll(PlanRules.unique("$.alarms[%s]", plan.texts("alarms", PlanRules.ALARM)));
    plan.refuseUnknown();
  }

  private void targets(Fields targets) {
    targets.fill("effect", 3).fill("errorRate", 0.01);
    targets.number("effect", PlanRules.EFFECT);
    targets.number("errorRate", PlanRules.ERROR_RATE);
    latency = targets.optionalNumber("latencyMillis", PlanRules.LATENCY).isPresent();
    targets.refuseUnknown();
  }

  private void stages(Fields plan) {
    var names = new ArrayList<Optional<String>>();
    var weights = new ArrayList<Optional<Double>>();
    for (var stage : plan.parts("stages")) {
      names.add(stage.flatMap(fields -> fields.text("name", PlanRules.NAME)));
      weights.add(stage.flatMap(fields -> fields.number("weight", PlanRules.WEIGHT)));
      stage.ifPresent(this::watchAndApproval);
    }
    findings.addAll(PlanRules.unique("$.stages[%s].name", names));
    findings.addAll(PlanRules.rising(weights));
  }

  private void watchAndApproval(Fields stage) {
    watch(stage);
    stage.optionalPart("approval").ifPresent(this::approval);
    stage.refuseUnknown();
  }

  private void watch(Fields stage) {
    var duration = durationAndLook(stage);
    duration.ifPresent(value -> stage.fill("maxDuration", value));
    var longest = stage.optionalDuration("maxDuration", PlanRules.DURATION);
    var policy = policy(stage).orElse(OnInconclusive.HOLD);
    if (duration.isPresent() && longest.isPresent()) {
      findings.addAll(PlanRules.longestTime(stage.path(), duration.get(), longest.get(), policy));
      longEnough(stage.path() + ".maxDuration", longest.get());
    }
  }

  private void longEnough(String path, Duration longest) {
    if (latency) {
      findings.addAll(PlanRules.longEnoughForLatency(path, longest));
    }
  }

  private void bake(Fields bake) {
    bake.number("holdback", PlanRules.HOLDBACK);
    var duration = durationAndLook(bake);
    var policy = policy(bake);
    if (duration.isPresent() && policy.isPresent()) {
      findings.addAll(
          PlanRules.longestTime(bake.path(), duration.get(), duration.get(), policy.get()));
      longEnough(bake.path() + ".duration", duration.get());
    }
    bake.refuseUnknown();
  }

  private Optional<Duration> durationAndLook(Fields part) {
    var duration = part.duration("duration", PlanRules.DURATION);
    part.fill("look", STANDARD_LOOK);
    var look = part.duration("look", PlanRules.LOOK);
    if (duration.isPresent() && look.isPresent()) {
      findings.addAll(PlanRules.lookWithin(part.path(), look.get(), duration.get()));
    }
    return duration;
  }

  private Optional<OnInconclusive> policy(Fields part) {
    part.fill("onInconclusive", "hold");
    return part.choice("onInconclusive", OnInconclusive.class);
  }

  private void approval(Fields approval) {
    approval.fill("expiresAfter", "1h").fill("default", "reject").fill("otherThanStarter", true);
    approval.duration("expiresAfter", PlanRules.EXPIRES_AFTER);
    approval.choice("default", ApprovalDefault.class);
    approval.flag("otherThanStarter");
    approval.refuseUnknown();
  }
}
