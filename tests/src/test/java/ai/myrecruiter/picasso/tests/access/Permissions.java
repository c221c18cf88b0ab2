package ai.myrecruiter.picasso.tests.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.LambdaRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What AWS asks IAM for, by request. An action is named as its operation is, but where the Service
 * Authorization Reference says otherwise; a call may need more than one.
 */
final class Permissions {
  private static final String PLACE = ":us-east-1:000000000000:";

  private Permissions() {}

  /**
   * The permissions that a request needs.
   *
   * @throws AssertionError for a request that is not known here
   */
  static List<Permission> neededFor(SdkRequest request) {
    return switch (request) {
      case DynamoDbRequest it -> List.of(onTable(it));
      case InvokeRequest it -> List.of(Permission.of("lambda:InvokeFunction", function(it)));
      case LambdaRequest it -> List.of(Permission.of("lambda:" + operation(it), function(it)));
      case CloudFormationRequest it -> ofStack(it);
      case GetMetricDataRequest _ -> List.of(Permission.of("cloudwatch:GetMetricData", "*"));
      case DescribeAlarmsRequest it -> alarms(it);
      case StartExecutionRequest it -> List.of(start(it.stateMachineArn()));
      case StopExecutionRequest it ->
          List.of(Permission.of("states:StopExecution", it.executionArn()));
      case DescribeExecutionRequest it ->
          List.of(Permission.of("states:DescribeExecution", it.executionArn()));
      case PublishRequest it -> List.of(Permission.of("sns:Publish", it.topicArn()));
      default ->
          throw new AssertionError(
              "%s: what it asks IAM for is not known; look it up in the Service Authorization Reference and add it to Permissions"
                  .formatted(request.getClass().getSimpleName()));
    };
  }

  private static Permission onTable(DynamoDbRequest request) {
    var action = operation(request);
    if (action.startsWith("Transact") || action.startsWith("Batch")) {
      throw new AssertionError(action + " asks for an action an item; add that to Permissions");
    }
    return Permission.of(
        "dynamodb:" + action, arn("dynamodb", "table/" + text(request, "TableName")));
  }

  /** The function, with the qualifier if the request has one. */
  private static String function(LambdaRequest request) {
    var name = text(request, "FunctionName");
    var qualifier = request.getValueForField("Qualifier", String.class);
    return arn("lambda", "function:" + name + qualifier.map(it -> ":" + it).orElse(""));
  }

  private static List<Permission> ofStack(CloudFormationRequest request) {
    var needed = new ArrayList<Permission>();
    if (request instanceof GetTemplateSummaryRequest it) {
      needed.add(Permission.of("cloudformation:GetTemplateSummary", "*"));
      template(it.templateURL()).ifPresent(needed::add);
      return needed;
    }
    var stack = arn("cloudformation", "stack/" + text(request, "StackName") + "/id");
    needed.add(Permission.of("cloudformation:" + operation(request), stack));
    if (request instanceof CreateChangeSetRequest it) {
      template(it.templateURL()).ifPresent(needed::add);
      role(it.roleARN()).ifPresent(needed::add);
    }
    if (request instanceof ContinueUpdateRollbackRequest it) {
      role(it.roleARN()).ifPresent(needed::add);
    }
    return needed;
  }

  /** CloudFormation reads a template in the caller's name. */
  private static Optional<Permission> template(@Nullable String url) {
    return Optional.ofNullable(url)
        .map(URI::create)
        .map(it -> "arn:aws:s3:::" + it.getHost().split("\\.", 2)[0] + it.getPath())
        .map(it -> Permission.of("s3:GetObject", it));
  }

  private static Optional<Permission> role(@Nullable String arn) {
    return Optional.ofNullable(arn)
        .map(it ->
            new Permission(
                "iam:PassRole", it, Map.of("iam:PassedToService", "cloudformation.amazonaws.com")));
  }

  private static List<Permission> alarms(DescribeAlarmsRequest request) {
    if (request.alarmNames().isEmpty()) {
      throw new AssertionError("DescribeAlarms without names asks for every alarm of the account");
    }
    return request.alarmNames().stream()
        .map(name -> Permission.of("cloudwatch:DescribeAlarms", arn("cloudwatch", "alarm:" + name)))
        .toList();
  }

  /** IAM is asked for the machine; version or alias is the key of a condition. */
  private static Permission start(String arn) {
    var parts = arn.split(":", 8);
    if (parts.length < 8) {
      return Permission.of("states:StartExecution", arn);
    }
    var machine = arn.substring(0, arn.length() - parts[7].length() - 1);
    return new Permission(
        "states:StartExecution", machine, Map.of("states:StateMachineQualifier", parts[7]));
  }

  private static String operation(SdkRequest request) {
    return request.getClass().getSimpleName().replaceFirst("Request$", "");
  }

  private static String text(SdkRequest request, String field) {
    return request.getValueForField(field, String.class).orElseThrow();
  }

  private static String arn(String service, String resource) {
    return "arn:aws:" + service + PLACE + resource;
  }
}
