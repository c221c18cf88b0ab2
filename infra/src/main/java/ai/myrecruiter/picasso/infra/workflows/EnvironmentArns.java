package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.MachineStart;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;

/**
 * ARNs of an environment's resources, made from their names: a policy then names what it allows
 * without making one resource wait for another.
 */
record EnvironmentArns(EnvironmentSettings settings) {
  String table(String table) {
    return arn("dynamodb", "table/" + settings.named(table));
  }

  String topic() {
    return arn("sns", settings.named("releases"));
  }

  /** The payload function. */
  String chat() {
    return arn("lambda", "function:" + settings.chatFunction());
  }

  /** The streaming function. */
  String streaming() {
    return arn("lambda", "function:" + settings.streamingFunction());
  }

  /** The functions that are released together. */
  List<String> payload() {
    return List.of(chat(), streaming());
  }

  /** The functions that are released together, with their versions and aliases. */
  List<String> payloadQualified() {
    return payload().stream().flatMap(arn -> Stream.of(arn, arn + ":*")).toList();
  }

  /** Every alarm of the environment: a plan may name others than those of the payload stack. */
  String alarms() {
    return arn("cloudwatch", "alarm:" + settings.named("*"));
  }

  /** The payload's stack. */
  String payloadStack() {
    return arn("cloudformation", "stack/" + settings.named("payload") + "/*");
  }

  /** The role in which CloudFormation deploys, made by the bootstrap of CDK. */
  String deploymentRole() {
    return "arn:%1$s:iam::%2$s:role/cdk-hnb659fds-cfn-exec-role-%2$s-%3$s"
        .formatted(Aws.PARTITION, Aws.ACCOUNT_ID, Aws.REGION);
  }

  /** What CDK uploaded, by the bucket that its bootstrap made. */
  String uploads() {
    return "arn:%s:s3:::cdk-hnb659fds-assets-%s-%s/*"
        .formatted(Aws.PARTITION, Aws.ACCOUNT_ID, Aws.REGION);
  }

  String stateMachine(String machine) {
    return MachineStart.machineArn(settings, machine);
  }

  String executions(String machine) {
    return arn("states", "execution:" + settings.named(machine) + ":*");
  }

  /** The rule by which Step Functions learns that a nested execution has ended. */
  String nestedExecutionRule() {
    return arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
  }

  private static String arn(String service, String resource) {
    return String.join(":", "arn", Aws.PARTITION, service, Aws.REGION, Aws.ACCOUNT_ID, resource);
  }
}
