package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Tables of the stage's DynamoDB. */
final class TableType {
  private final DynamoDbClient dynamoDb;

  TableType(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  StagedType type() {
    return new StagedType(
            "AWS::DynamoDB::Table",
            PropertyRules.effective("AttributeDefinitions", "BillingMode", "KeySchema", "TableName")
                .withoutEffect("DeletionProtectionEnabled", "the stage's tables end with the stage")
                .withoutEffect("PointInTimeRecoverySpecification", "the stage keeps no backups")
                .withoutEffect(
                    "TimeToLiveSpecification", "deletion by TTL is lazy anywhere; readers filter")
                .withoutEffect("SSESpecification", "the stage's tables never leave memory"),
            Set.of("Arn"),
            this::create)
        .with(this::change, this::delete);
  }

  /** What a table may change without being replaced has no effect here, apart from billing. */
  private Created change(ResourceRequest request, Created existing) {
    var mode = dynamoDb.describeTable(it -> it.tableName(existing.physicalId())).table();
    var billing = mode.billingModeSummary();
    if (billing != null && !billing.billingModeAsString().equals(request.text("BillingMode"))) {
      throw new UnsupportedOperationException(
          "BillingMode of %s: the stage keeps that of a table's creation; replace the table"
              .formatted(existing.physicalId()));
    }
    return existing;
  }

  private void delete(ResourceRequest request, Created existing) {
    if (request.properties().path("DeletionProtectionEnabled").asBoolean()) {
      throw new IllegalStateException(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    dynamoDb.deleteTable(it -> it.tableName(existing.physicalId()));
  }

  private Created create(ResourceRequest request) {
    var properties = request.properties();
    var answer =
        dynamoDb.createTable(
            CreateTableRequest.builder()
                .tableName(request.name("TableName"))
                .billingMode(request.text("BillingMode"))
                .keySchema(properties.path("KeySchema").valueStream().map(TableType::key).toList())
                .attributeDefinitions(
                    properties
                        .path("AttributeDefinitions")
                        .valueStream()
                        .map(TableType::attribute)
                        .toList())
                .build());
    var arn = request.account().arn("dynamodb", "table/" + answer.tableDescription().tableName());
    return new Created(answer.tableDescription().tableName(), Map.of("Arn", arn));
  }

  private static KeySchemaElement key(JsonNode key) {
    return KeySchemaElement.builder()
        .attributeName(key.path("AttributeName").asText())
        .keyType(key.path("KeyType").asText())
        .build();
  }

  private static AttributeDefinition attribute(JsonNode attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.path("AttributeName").asText())
        .attributeType(attribute.path("AttributeType").asText())
        .build();
  }
}
