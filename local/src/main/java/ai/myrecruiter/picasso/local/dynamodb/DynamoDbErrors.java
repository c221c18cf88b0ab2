package ai.myrecruiter.picasso.local.dynamodb;

import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** DynamoDB's refusals, in the words of DynamoDB Local. */
final class DynamoDbErrors {
  private static final ServiceErrors ERRORS = new ServiceErrors("DynamoDB");

  private DynamoDbErrors() {}

  static AwsServiceException conditionFailed() {
    return ERRORS.of(
        ConditionalCheckFailedException.builder(),
        "ConditionalCheckFailedException",
        400,
        "The conditional request failed");
  }

  static AwsServiceException noTable() {
    return ERRORS.of(
        ResourceNotFoundException.builder(),
        "ResourceNotFoundException",
        400,
        "Cannot do operations on a non-existent table");
  }

  static AwsServiceException inUse() {
    return ERRORS.of(
        ResourceInUseException.builder(),
        "ResourceInUseException",
        400,
        "Cannot create preexisting table");
  }

  static AwsServiceException emptyKey(String name) {
    return invalid(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: "
            + name);
  }

  static AwsServiceException keyTooLong(int longest, boolean partition) {
    return invalid(
        partition
            ? "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of%d bytes"
                .formatted(longest)
            : "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of %d bytes"
                .formatted(longest));
  }

  static AwsServiceException invalid(String message) {
    return ERRORS.of(
        DynamoDbException.builder(), "ValidationException", 400, message);
  }
}
