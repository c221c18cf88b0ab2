package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Makes Lambda functions of tasks: one jar, one role and one log group each. */
final class TaskFunctions {
  private final Construct scope;
  private final EnvironmentSettings settings;
  private final EnvironmentArns arns;
  private final LogGroups logGroups;
  private final Code code;

  TaskFunctions(Construct scope, EnvironmentSettings settings, LogGroups logGroups, Code code) {
    this.scope = scope;
    this.settings = settings;
    this.arns = new EnvironmentArns(settings);
    this.logGroups = logGroups;
    this.code = code;
  }

  /**
   * Makes the function of a task.
   *
   * @param values of environment variables, of which it gets those that it reads
   */
  Function create(TaskFunction task, Map<String, String> values) {
    var variables = new TreeMap<>(Map.of("PICASSO_ENVIRONMENT", settings.name()));
    if (task.asksForFreezes() && settings.config().freeze().any()) {
      variables.put("PICASSO_FREEZE", Contracts.write(settings.config().freeze()));
    }
    if (task.asksForPolicy()) {
      variables.put("PICASSO_POLICY", Contracts.write(EnvironmentPolicy.of(settings.config())));
    }
    for (var variable : task.variables()) {
      variables.put(variable, Objects.requireNonNull(values.get(variable), variable));
    }
    var name = settings.named(task.kebabName());
    var logs = logGroups.ofFunction(task.className() + "Logs", name);
    return Function.Builder.create(scope, task.className())
        .functionName(name)
        .description("Task %s of %s".formatted(task.className(), settings.name()))
        .runtime(Runtime.JAVA_25)
        .architecture(Architecture.ARM_64)
        .handler(task.handler())
        .code(code)
        .memorySize(1024)
        .timeout(Duration.seconds(task.timeoutSeconds()))
        .role(role(task, logs))
        .logGroup(logs)
        .environment(variables)
        .build();
  }

  private Role role(TaskFunction task, LogGroup logs) {
    var document = new PolicyDocument();
    document.addStatements(
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(logs.getLogGroupArn()))
            .build());
    task.access().stream()
        .sorted()
        .forEach(access -> document.addStatements(access.statement(arns)));
    return Role.Builder.create(scope, task.className() + "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .description("Task %s of %s".formatted(task.className(), settings.name()))
        .inlinePolicies(Map.of("task", document))
        .build();
  }
}
