package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.Fields;
import java.util.List;

/** The parts of an environment's document: defaults, then rules. */
final class EnvironmentParts {
  private static final String STANDARD_MODEL = "anthropic.claude-haiku-4-5-20251001-v1:0";
  private final List<Finding> findings;
  private final boolean production;

  EnvironmentParts(List<Finding> findings, boolean production) {
    this.findings = findings;
    this.production = production;
  }

  void approval(Fields part) {
    for (var name : List.of("changeSet", "stages", "otherThanStarter")) {
      part.fill(name, production);
    }
    var changeSet = part.flag("changeSet");
    var stages = part.flag("stages");
    var other = part.flag("otherThanStarter");
    if (production && changeSet.isPresent() && stages.isPresent() && other.isPresent()) {
      findings.addAll(
          CrossRules.approval(new Approvals(changeSet.get(), stages.get(), other.get())));
    }
    part.refuseUnknown();
  }

  void thresholds(Fields part) {
    part.fill("errorPercent", 5).fill("firstTokenMillis", 5000).fill("throttlesAMinute", 5);
    part.fill("crossTenantAttempts", 1).fill("jwtBypasses", 1);
    part.number("errorPercent", EnvironmentRules.ERROR_PERCENT);
    part.number("firstTokenMillis", EnvironmentRules.FIRST_TOKEN);
    part.number("throttlesAMinute", EnvironmentRules.THROTTLES);
    part.number("crossTenantAttempts", EnvironmentRules.ONE);
    part.number("jwtBypasses", EnvironmentRules.ONE);
    part.refuseUnknown();
  }

  void severities(Fields part) {
    for (var alarm : ServiceAlarm.values()) {
      part.fill(alarm.text(), alarm.standard());
      part.choice(alarm.text(), Severity.class)
          .ifPresent(severity -> findings.addAll(CrossRules.severity(alarm, severity)));
    }
    part.refuseUnknown();
  }

  void retention(Fields part) {
    part.fill("messages", "24h").fill("summaries", "7d").fill("keepData", production);
    part.fill("logs", production ? "365d" : "30d").fill("recovery", production ? "35d" : "7d");
    part.fill("evidence", production ? "2192d" : "1d");
    part.duration("messages", EnvironmentRules.MESSAGES);
    part.duration("summaries", EnvironmentRules.SUMMARIES);
    part.duration("logs", EnvironmentRules.LOGS);
    part.duration("recovery", EnvironmentRules.RECOVERY);
    part.duration("evidence", EnvironmentRules.EVIDENCE);
    var keep = part.flag("keepData");
    if (production) {
      keep.ifPresent(value -> findings.addAll(CrossRules.keepData(value)));
    }
    part.refuseUnknown();
  }

  void encryption(Fields part) {
    part.fill("rotation", "365d").fill("deletionWindow", production ? "30d" : "7d");
    part.duration("rotation", EnvironmentRules.ROTATION);
    part.duration("deletionWindow", EnvironmentRules.DELETION_WINDOW);
    part.refuseUnknown();
  }

  void concurrency(Fields part) {
    part.fill("chat", production ? 200 : 20).fill("streaming", production ? 200 : 20);
    part.number("chat", EnvironmentRules.CONCURRENCY);
    part.number("streaming", EnvironmentRules.CONCURRENCY);
    part.refuseUnknown();
  }

  void model(Fields part) {
    part.fill("id", STANDARD_MODEL).fill("guardrail", "").fill("guardrailVersion", "DRAFT");
    part.text("id", EnvironmentRules.MODEL);
    part.text("guardrail", EnvironmentRules.GUARDRAIL);
    part.text("guardrailVersion", EnvironmentRules.GUARDRAIL_VERSION);
    part.refuseUnknown();
  }

  /** An audience without addresses has a topic that nobody hears; people subscribe to it. */
  void audiences(Fields part) {
    for (var audience : EnvironmentConfig.AUDIENCES) {
      part.fill(audience, List.of());
      part.optionalTexts(audience, EnvironmentRules.ADDRESS);
    }
    part.refuseUnknown();
  }
}
