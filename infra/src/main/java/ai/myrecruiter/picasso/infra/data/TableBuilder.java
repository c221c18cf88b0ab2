package ai.myrecruiter.picasso.infra.data;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Makes tables as every table of an environment is.
 *
 * @param scope where
 * @param settings of the environment
 * @param key that encrypts them
 */
record TableBuilder(Construct scope, EnvironmentSettings settings, IKey key) {
  TableProps.Builder defaults() {
    return TableProps.builder()
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .encryption(TableEncryption.CUSTOMER_MANAGED)
        .encryptionKey(key)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(true)
                .recoveryPeriodInDays(settings.recoveryDays())
                .build())
        .deletionProtection(settings.keepsData())
        .removalPolicy(settings.removal());
  }

  void make(String id, String name, TableProps.Builder properties) {
    new Table(scope, id, properties.tableName(settings.named(name)).build());
  }

  static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
