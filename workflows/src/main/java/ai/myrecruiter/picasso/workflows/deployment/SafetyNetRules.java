package ai.myrecruiter.picasso.workflows.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules for what goes back by itself: alarms, and the rules that start a rollback. */
final class SafetyNetRules implements RiskRule {
  private static final String RULE = "safety-net-weakened";
  private static final Set<String> TYPES =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::Events::Rule",
          "AWS::Scheduler::Schedule");

  @Override
  public List<Risk> risks(Reviewed it) {
    if (!TYPES.contains(it.change().type())) {
      return List.of();
    }
    var risks = new ArrayList<Risk>();
    if (it.removed()) {
      it.risk(RULE, Severity.APPROVE, "-", "what it watches would be watched no longer")
          .ifPresent(risks::add);
    }
    if (it.changes("ActionsEnabled") && !it.now("ActionsEnabled").asBoolean(true)) {
      it.risk(RULE, Severity.APPROVE, "ActionsEnabled", "the alarm would ring unheard")
          .ifPresent(risks::add);
    }
    if (it.changes("State") && it.now("State").asText().equals("DISABLED")) {
      it.risk(RULE, Severity.APPROVE, "State", "it would no longer start anything")
          .ifPresent(risks::add);
    }
    for (var property : List.of("EventPattern", "Threshold", "TreatMissingData", "MetricName")) {
      if (it.changes(property)) {
        it.risk(RULE, Severity.APPROVE, property, "it goes off for something else than before")
            .ifPresent(risks::add);
      }
    }
    return risks;
  }
}
