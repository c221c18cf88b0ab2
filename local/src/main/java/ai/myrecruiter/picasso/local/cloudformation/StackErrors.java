package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/** CloudFormation's refusals, as the SDK throws them. */
final class StackErrors {
  private static final ServiceErrors SERVICE = new ServiceErrors("CloudFormation");

  private StackErrors() {}

  static AwsServiceException validation(String message) {
    return SERVICE.of(CloudFormationException.builder(), "ValidationError", 400, message);
  }

  static AwsServiceException noStack(String nameOrId) {
    return validation("Stack with id %s does not exist".formatted(nameOrId));
  }

  static AwsServiceException state(LiveStack stack, String what) {
    return validation(
        "Stack:%s is in %s state and can not be %s.".formatted(stack.id, stack.status, what));
  }

  static AwsServiceException noChangeSet(String name) {
    return SERVICE.of(
        ChangeSetNotFoundException.builder(),
        "ChangeSetNotFound",
        404,
        "ChangeSet [%s] does not exist".formatted(name));
  }

  static AwsServiceException changeSetExists(String name) {
    return SERVICE.of(
        AlreadyExistsException.builder(),
        "AlreadyExistsException",
        400,
        "ChangeSet %s already exists".formatted(name));
  }

  static AwsServiceException changeSetStatus(LiveChangeSet set) {
    return SERVICE.of(
        InvalidChangeSetStatusException.builder(),
        "InvalidChangeSetStatus",
        400,
        "ChangeSet [%s] cannot be executed in its current status of [%s]"
            .formatted(set.id, set.execution));
  }

  static AwsServiceException capabilities(String missing) {
    return SERVICE.of(
        InsufficientCapabilitiesException.builder(),
        "InsufficientCapabilitiesException",
        400,
        "Requires capabilities : [%s]".formatted(missing));
  }
}
