package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import software.amazon.awscdk.Aws;

/**
 * ARNs of an environment's resources, made from their names: a policy then names what it allows
 * without making one resource wait for another.
 */
record EnvironmentArns(EnvironmentSettings settings) {
  List<String> leases() {
    return List.of(arn("dynamodb", "table/" + settings.named("leases")));
  }

  List<String> rollouts() {
    return List.of(arn("dynamodb", "table/" + settings.named("rollouts")));
  }

  List<String> tables() {
    return List.of(leases().getFirst(), rollouts().getFirst());
  }

  List<String> topic() {
    return List.of(arn("sns", settings.named("releases")));
  }

  /** The payload function. */
  List<String> chat() {
    return List.of(arn("lambda", "function:" + settings.chatFunction()));
  }

  /** The payload function, and its versions and aliases. */
  List<String> chatAndQualifiers() {
    var function = chat().getFirst();
    return List.of(function, function + ":*");
  }

  List<String> rollbackAlarms() {
    return settings.rollbackAlarms().stream()
        .map(alarm -> arn("cloudwatch", "alarm:" + alarm))
        .toList();
  }

  String stateMachine(String machine) {
    return arn("states", "stateMachine:" + settings.named(machine));
  }

  List<String> executions(String machine) {
    return List.of(arn("states", "execution:" + settings.named(machine) + ":*"));
  }

  /** The rule by which Step Functions learns that a nested execution has ended. */
  String nestedExecutionRule() {
    return arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
  }

  private static String arn(String service, String resource) {
    return String.join(":", "arn", Aws.PARTITION, service, Aws.REGION, Aws.ACCOUNT_ID, resource);
  }
}
