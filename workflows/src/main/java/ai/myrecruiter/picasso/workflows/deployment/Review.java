package ai.myrecruiter.picasso.workflows.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a review says of a change set.
 *
 * @param changeSetDigest which change set
 * @param risks what is risky, the blocking first
 */
public record Review(String changeSetDigest, List<Risk> risks) {
  private static final List<RiskRule> RULES =
      List.of(
          new DataRules(),
          new TrafficRules(),
          new PermissionRules(),
          new ExposureRules(),
          new SafetyNetRules());

  /** Puts the risks in order. */
  public Review {
    risks =
        risks.stream()
            .sorted(
                Comparator.comparing(Risk::severity)
                    .reversed()
                    .thenComparing(Risk::resource)
                    .thenComparing(Risk::rule)
                    .thenComparing(Risk::property)
                    .thenComparing(Risk::reason))
            .distinct()
            .toList();
  }

  /** Reviews a change set by every rule. */
  public static Review of(ChangeSet changes, ReviewContext context) {
    var risks = new ArrayList<Risk>();
    for (var change : changes.changes()) {
      var reviewed =
          new Reviewed(
              change,
              context.before().resource(change.logicalId()),
              context.after().resource(change.logicalId()),
              context);
      RULES.forEach(rule -> risks.addAll(rule.risks(reviewed)));
    }
    return new Review(changes.digest(), risks);
  }

  /** Whether nobody can agree to it. */
  public boolean blocked() {
    return risks.stream().anyMatch(it -> it.severity() == Severity.BLOCK);
  }

  /** The risks that a person has to agree to. */
  public List<Risk> toApprove() {
    return risks.stream().filter(it -> it.severity() == Severity.APPROVE).toList();
  }
}
