package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules among several values of one environment, and among environments. */
final class CrossRules {
  private CrossRules() {}

  static List<Finding> of(
      Environment environment,
      String secret,
      Map<ServiceAlarm, Severity> severities,
      Approvals approval,
      Retention retention) {
    var findings = new ArrayList<Finding>();
    findings.addAll(secret(environment, secret));
    severities.forEach((alarm, severity) -> findings.addAll(severity(alarm, severity)));
    if (environment == Environment.PRODUCTION) {
      findings.addAll(approval(approval));
      findings.addAll(keepData(retention.keepData()));
    }
    return findings;
  }

  /** An environment never holds another's secret. */
  static List<Finding> secret(Environment environment, String secret) {
    var prefix = "picasso/" + environment + "/";
    return secret.startsWith(prefix)
        ? List.of()
        : List.of(
            new Finding(
                "$.secret", secret, "must begin with " + prefix, "name a secret of its own"));
  }

  static List<Finding> severity(ServiceAlarm alarm, Severity severity) {
    return alarm.isolation() && severity == Severity.NOTIFY
        ? List.of(
            new Finding(
                "$.severities." + alarm.text(),
                "notify",
                "must be rollback or contain: tenants are no longer kept apart",
                "use contain"))
        : List.of();
  }

  static List<Finding> approval(Approvals approval) {
    return approval.changeSet() && approval.stages() && approval.otherThanStarter()
        ? List.of()
        : List.of(
            new Finding(
                "$.approval",
                "changeSet %s, stages %s, otherThanStarter %s"
                    .formatted(
                        approval.changeSet(), approval.stages(), approval.otherThanStarter()),
                "must all be true in production",
                "set them to true"));
  }

  static List<Finding> keepData(boolean keepData) {
    return keepData
        ? List.of()
        : List.of(
            new Finding(
                "$.retention.keepData",
                "false",
                "must be true in production: a deleted stack would delete patients' data",
                "set it to true"));
  }
}
