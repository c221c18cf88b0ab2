package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules for what holds data: it must not go, be replaced, or lose what protects it. */
final class DataRules implements RiskRule {
  private static final Set<String> STATEFUL =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::DynamoDB::GlobalTable",
          "AWS::KMS::Key",
          "AWS::Logs::LogGroup",
          "AWS::S3::Bucket",
          "AWS::SecretsManager::Secret");

  static boolean stateful(String type) {
    return STATEFUL.contains(type);
  }

  @Override
  public List<Risk> risks(Reviewed it) {
    if (!stateful(it.change().type())) {
      return List.of();
    }
    var risks = new ArrayList<Risk>();
    gone(it, risks);
    if (it.change().action() == ChangeAction.MODIFY) {
      protection(it, risks);
      ttl(it, risks);
    }
    return risks;
  }

  private static void gone(Reviewed it, List<Risk> risks) {
    var severity = it.change().retained() ? Severity.APPROVE : Severity.BLOCK;
    var data = it.change().retained() ? "its data stay, outside of any stack" : "its data are lost";
    if (it.removed()) {
      it.risk("stateful-removed", severity, "-", "it leaves the stack; " + data)
          .ifPresent(risks::add);
    }
    if (it.change().replacement() != Replacement.NO) {
      var because =
          it.change().properties().stream()
              .filter(property -> property.replaces() != Replacement.NO)
              .map(PropertyChange::name)
              .findFirst()
              .orElse("-");
      var how = it.change().replacement() == Replacement.YES ? "an" : "perhaps an";
      it.risk("stateful-replaced", severity, because, how + " empty one takes its place; " + data)
          .ifPresent(risks::add);
    }
  }

  private static void protection(Reviewed it, List<Risk> risks) {
    for (var policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      if (it.before().path(policy).asText().startsWith("Retain")
          && !it.after().path(policy).asText().startsWith("Retain")) {
        it.risk("protection-weakened", Severity.APPROVE, policy, "it would no longer be retained")
            .ifPresent(risks::add);
      }
    }
    lost(it, "DeletionProtectionEnabled", "", Severity.APPROVE, risks);
    lost(it, "SSESpecification", "SSEEnabled", Severity.BLOCK, risks);
    lost(it, "EnableKeyRotation", "", Severity.APPROVE, risks);
    lost(
        it,
        "PointInTimeRecoverySpecification",
        "PointInTimeRecoveryEnabled",
        Severity.APPROVE,
        risks);
    var days = "RecoveryPeriodInDays";
    var recovery = "PointInTimeRecoverySpecification";
    if (it.now(recovery).path(days).asInt(35) < it.old(recovery).path(days).asInt(1)) {
      it.risk("protection-weakened", Severity.APPROVE, recovery, "backups reach less far back")
          .ifPresent(risks::add);
    }
    retention(it, risks);
  }

  private static void lost(
      Reviewed it, String property, String field, Severity severity, List<Risk> risks) {
    if (flag(it.old(property), field) && !flag(it.now(property), field)) {
      it.risk("protection-weakened", severity, property, "a protection of the data is taken away")
          .ifPresent(risks::add);
    }
  }

  private static boolean flag(JsonNode property, String field) {
    return (field.isEmpty() ? property : property.path(field)).asBoolean();
  }

  private static void retention(Reviewed it, List<Risk> risks) {
    var now = it.now("RetentionInDays").asInt(Integer.MAX_VALUE);
    if (now < it.old("RetentionInDays").asInt(Integer.MAX_VALUE)) {
      it.risk("protection-weakened", Severity.APPROVE, "RetentionInDays", "logs are kept shorter")
          .ifPresent(risks::add);
    }
  }

  /** The time to live is what erases conversations: off, they stay for ever. */
  private static void ttl(Reviewed it, List<Risk> risks) {
    var property = "TimeToLiveSpecification";
    if (!it.changes(property)) {
      return;
    }
    boolean was = flag(it.old(property), "Enabled");
    boolean is = flag(it.now(property), "Enabled");
    if (was && !is) {
      it.risk("ttl-changed", Severity.BLOCK, property, "items would never expire")
          .ifPresent(risks::add);
    } else {
      it.risk("ttl-changed", Severity.APPROVE, property, "items expire by another rule")
          .ifPresent(risks::add);
    }
  }
}
