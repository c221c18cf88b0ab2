package ai.myrecruiter.picasso.workflows.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for what moves traffic: CloudFormation never does. */
final class TrafficRules implements RiskRule {
  private static final String RULE = "alias-moved";

  @Override
  public List<Risk> risks(Reviewed it) {
    if (it.is("AWS::Lambda::Alias")) {
      return alias(it);
    }
    return it.is("AWS::Lambda::Function") ? lifetimes(it) : List.of();
  }

  private static List<Risk> alias(Reviewed it) {
    var risks = new ArrayList<Risk>();
    if (it.removed() || it.change().replacement() == Replacement.YES) {
      it.risk(RULE, Severity.BLOCK, "-", "traffic would lose the alias that it arrives by")
          .ifPresent(risks::add);
      return risks;
    }
    if (!it.now("RoutingConfig").isMissingNode()) {
      it.risk(RULE, Severity.BLOCK, "RoutingConfig", "weights are a rollout's to set")
          .ifPresent(risks::add);
    }
    version(it, risks);
    return risks;
  }

  /** The version must be a parameter, and that parameter the version that is live. */
  private static void version(Reviewed it, List<Risk> risks) {
    var parameter =
        it.context()
            .after()
            .declared(it.change().logicalId(), "FunctionVersion")
            .path("Ref")
            .asText();
    var live = it.context().live().get(parameter);
    if (it.added() && live == null) {
      return;
    }
    var wanted = it.now("FunctionVersion").asText();
    if (live == null) {
      it.risk(
              RULE,
              Severity.BLOCK,
              "FunctionVersion",
              "it must be the parameter of the live version")
          .ifPresent(risks::add);
    } else if (!wanted.equals(live)) {
      it.risk(
              RULE,
              Severity.BLOCK,
              "FunctionVersion",
              "it would send all traffic to version %s; version %s is live".formatted(wanted, live))
          .ifPresent(risks::add);
    }
  }

  /** Lifetimes that the function itself writes with its items. */
  private static List<Risk> lifetimes(Reviewed it) {
    var before = it.old("Environment").path("Variables");
    var after = it.now("Environment").path("Variables");
    return it.change().action() == ChangeAction.MODIFY
        ? Stream.concat(before.propertyStream(), after.propertyStream())
            .map(Map.Entry::getKey)
            .filter(name -> name.contains("TTL"))
            .distinct()
            .sorted()
            .filter(name -> !before.path(name).equals(after.path(name)))
            .flatMap(name ->
                it
                    .risk(
                        "ttl-changed",
                        Severity.APPROVE,
                        "Environment." + name,
                        "conversations would live for another time")
                    .stream())
            .toList()
        : List.of();
  }
}
