package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules for what roles may do: less is let be, more needs a person, everything is refused. */
final class PermissionRules implements RiskRule {
  private static final String RULE = "iam-widened";
  private static final Set<String> TYPES =
      Set.of("AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User");

  @Override
  public List<Risk> risks(Reviewed it) {
    if (!TYPES.contains(it.change().type()) || it.removed()) {
      return List.of();
    }
    var risks = new ArrayList<Risk>();
    statements(it, risks);
    managed(it, risks);
    trust(it, risks);
    return risks;
  }

  private static void statements(Reviewed it, List<Risk> risks) {
    var before = documents(it.before());
    for (var now : documents(it.after())) {
      if (now.allows() && before.stream().noneMatch(old -> old.covers(now))) {
        widened(it, now, risks);
      }
    }
    var after = documents(it.after());
    before.stream()
        .filter(old -> !old.allows() && !after.contains(old))
        .forEach(old ->
            it.risk(RULE, Severity.APPROVE, "Policies", "it no longer denies " + old.actions())
                .ifPresent(risks::add));
  }

  private static void widened(Reviewed it, Statements.Statement now, List<Risk> risks) {
    boolean everything =
        now.inverted()
            || now.actions().stream().anyMatch(action -> action.matches("\\*|[^:]+:\\*"));
    if (everything) {
      it.risk(RULE, Severity.BLOCK, "Policies", "it may do everything of a service: " + said(now))
          .ifPresent(risks::add);
    } else if (!it.context().before().equals(Template.NONE)) {
      it.risk(RULE, Severity.APPROVE, "Policies", "it may do more than before: " + said(now))
          .ifPresent(risks::add);
    }
  }

  private static String said(Statements.Statement now) {
    return "%s on %s".formatted(now.actions(), now.resources());
  }

  private static void managed(Reviewed it, List<Risk> risks) {
    var before = it.old("ManagedPolicyArns").valueStream().toList();
    it.now("ManagedPolicyArns")
        .valueStream()
        .filter(arn -> !before.contains(arn))
        .forEach(arn ->
            it.risk(
                    RULE,
                    arn.toString().contains("AdministratorAccess")
                        ? Severity.BLOCK
                        : Severity.APPROVE,
                    "ManagedPolicyArns",
                    "it gets all that " + arn + " allows")
                .ifPresent(risks::add));
  }

  private static void trust(Reviewed it, List<Risk> risks) {
    var before = trusted(it.old("AssumeRolePolicyDocument"));
    for (var principal : trusted(it.now("AssumeRolePolicyDocument"))) {
      if (principal.equals("*")) {
        it.risk(RULE, Severity.BLOCK, "AssumeRolePolicyDocument", "anybody could assume it")
            .ifPresent(risks::add);
      } else if (!before.contains(principal) && !it.added()) {
        it.risk(RULE, Severity.APPROVE, "AssumeRolePolicyDocument", principal + " may assume it")
            .ifPresent(risks::add);
      }
    }
  }

  private static Set<String> trusted(JsonNode document) {
    var principals = new TreeSet<String>();
    Statements.of(document).stream()
        .filter(Statements.Statement::allows)
        .forEach(it -> principals.addAll(it.principals()));
    return principals;
  }

  private static List<Statements.Statement> documents(JsonNode resource) {
    var properties = resource.path("Properties");
    var all = new ArrayList<>(Statements.of(properties.path("PolicyDocument")));
    properties
        .path("Policies")
        .forEach(policy -> all.addAll(Statements.of(policy.path("PolicyDocument"))));
    return all;
  }
}
