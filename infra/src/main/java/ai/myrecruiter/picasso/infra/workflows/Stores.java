package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Where leases and the records of rollouts are, and the topic that tells of releases. */
final class Stores {
  private final Construct scope;
  private final EnvironmentSettings settings;
  private final Table leases;
  private final Table rollouts;
  private final Topic releases;

  Stores(Construct scope, EnvironmentSettings settings) {
    this.scope = scope;
    this.settings = settings;
    var environment = string("environment");
    leases = table("Leases", "leases").partitionKey(environment).build();
    rollouts =
        table("Rollouts", "rollouts")
            .partitionKey(environment)
            .sortKey(string("rolloutId"))
            .build();
    releases =
        Topic.Builder.create(scope, "Releases").topicName(settings.named("releases")).build();
  }

  /** What tasks find their stores by. */
  Map<String, String> variables() {
    return Map.of(
        "PICASSO_LEASES_TABLE", leases.getTableName(),
        "PICASSO_ROLLOUTS_TABLE", rollouts.getTableName(),
        "PICASSO_TOPIC_ARN", releases.getTopicArn());
  }

  private Table.Builder table(String id, String name) {
    return Table.Builder.create(scope, id)
        .tableName(settings.named(name))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .encryption(TableEncryption.AWS_MANAGED)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(true)
                .recoveryPeriodInDays(settings.recoveryDays())
                .build())
        .deletionProtection(settings.keepsData())
        .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  }

  private static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
