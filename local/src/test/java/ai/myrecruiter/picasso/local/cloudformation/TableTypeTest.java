package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;

final class TableTypeTest {
  private static final String ROLLOUTS =
      """
      {'TableName': 'picasso-staging-rollouts', 'BillingMode': 'PAY_PER_REQUEST',
       'AttributeDefinitions': [{'AttributeName': 'environment', 'AttributeType': 'S'},
                                {'AttributeName': 'rolloutId', 'AttributeType': 'S'}],
       'KeySchema': [{'AttributeName': 'environment', 'KeyType': 'HASH'},
                     {'AttributeName': 'rolloutId', 'KeyType': 'RANGE'}],
       'SSESpecification': {'SSEEnabled': true}, 'DeletionProtectionEnabled': true,
       'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}
      """;
  private final LocalDynamoDb dynamoDb = LocalDynamoDb.embedded();
  private final StagedType type = new TableType(dynamoDb.client()).type();

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  @Test
  void makesATableWithTheKeysOfTheTemplate() {
    var created = One.resource(type, ROLLOUTS);
    assertThat(created)
        .isEqualTo(
            new Created(
                "picasso-staging-rollouts",
                Map.of(
                    "Arn",
                    "arn:aws:dynamodb:us-east-1:000000000000:table/picasso-staging-rollouts")));
    var table =
        dynamoDb.client().describeTable(r -> r.tableName("picasso-staging-rollouts")).table();
    assertThat(table.keySchema())
        .extracting(key -> key.attributeName() + " " + key.keyType())
        .containsExactly("environment HASH", "rolloutId RANGE");
    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
  }

  @Test
  void refusesWhatWouldChangeHowTheTableAnswers() {
    assertThatThrownBy(
            () -> One.resource(type, ROLLOUTS.replaceFirst("\\{", "{'GlobalSecondaryIndexes': 1,")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("s.Resources.It.Properties.GlobalSecondaryIndexes = 1");
  }

  @Test
  void refusesATableThatIsThereAlready() {
    One.resource(type, ROLLOUTS);
    assertThatThrownBy(() -> One.resource(type, ROLLOUTS)).isInstanceOf(ProvisioningFailed.class);
  }
}
