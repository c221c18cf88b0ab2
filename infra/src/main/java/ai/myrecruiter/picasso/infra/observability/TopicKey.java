package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.ManagedKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The key of the topics, which services have to be let use before they can publish. */
final class TopicKey {
  private static final List<String> USE = List.of("kms:Decrypt", "kms:GenerateDataKey");

  private TopicKey() {}

  static Key create(Construct scope, EnvironmentSettings settings) {
    var key =
        ManagedKey.create(
            scope,
            settings,
            "TopicKey",
            "topics",
            "Notices of " + settings.name(),
            settings.removal());
    key.addToResourcePolicy(
        statement("AlarmsOfThisAccount")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    // EventBridge sends KMS no source account or ARN: a condition would drop every notice.
    key.addToResourcePolicy(
        statement("Rules")
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .build());
    key.addToResourcePolicy(
        statement("RolesOfTheEnvironmentThroughSns")
            .principals(List.of(new AnyPrincipal()))
            .conditions(
                new TreeMap<>(
                    Map.of(
                        "ArnLike",
                        Map.of(
                            "aws:PrincipalArn",
                            "arn:%s:iam::%s:role/%s"
                                .formatted(Aws.PARTITION, Aws.ACCOUNT_ID, settings.named("*"))),
                        "StringEquals",
                        new TreeMap<>(
                            Map.of(
                                "kms:CallerAccount",
                                Aws.ACCOUNT_ID,
                                "kms:ViaService",
                                "sns." + Aws.REGION + ".amazonaws.com")))))
            .build());
    return key;
  }

  private static PolicyStatement.Builder statement(String sid) {
    return PolicyStatement.Builder.create().sid(sid).actions(USE).resources(List.of("*"));
  }
}
