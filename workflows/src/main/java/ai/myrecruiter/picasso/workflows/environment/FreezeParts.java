package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.Fields;
import ai.myrecruiter.picasso.workflows.plan.Range;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The freezes of an environment's document. */
final class FreezeParts {
  private static final Range<String> INSTANT =
      new Range<>(
          FreezeParts::isInstant,
          text -> text,
          "must be an instant in UTC",
          "write it like \"2026-12-19T00:00:00Z\"");
  private final List<Finding> findings;

  FreezeParts(List<Finding> findings) {
    this.findings = findings;
  }

  void freeze(Fields part) {
    part.fill("dated", List.of()).fill("weekly", List.of());
    part.optionalParts("dated").forEach(each -> each.ifPresent(this::dated));
    part.optionalParts("weekly").forEach(each -> each.ifPresent(this::weekly));
    part.refuseUnknown();
  }

  private void dated(Fields part) {
    part.text("name", EnvironmentRules.NAME);
    var start = part.text("start", INSTANT).map(Instant::parse);
    var end = part.text("end", INSTANT).map(Instant::parse);
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      findings.add(
          new Finding(
              part.path() + ".end",
              end.get().toString(),
              "must be after start (" + start.get() + ")",
              "correct one of the two"));
    }
    part.refuseUnknown();
  }

  private void weekly(Fields part) {
    part.fill("from", "00:00").fill("to", "24:00").fill("zone", "UTC");
    part.text("name", EnvironmentRules.NAME);
    part.texts("days", EnvironmentRules.DAY);
    var from = part.text("from", EnvironmentRules.TIME);
    var to = part.text("to", EnvironmentRules.TIME);
    if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) <= 0) {
      findings.add(
          new Finding(
              part.path() + ".to",
              to.get(),
              "must be later than from (" + from.get() + ")",
              "split what crosses midnight in two"));
    }
    part.text("zone", EnvironmentRules.ZONE);
    part.refuseUnknown();
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
