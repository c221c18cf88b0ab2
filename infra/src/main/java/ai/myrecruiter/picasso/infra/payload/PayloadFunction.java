package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function of the payload, with its log group and a role of its own.
 *
 * @param id logical id; also begins those of log group and role
 * @param name of the function
 * @param handler class, and method if Lambda's own loop calls it
 * @param timeout of an invocation
 * @param concurrency reserved, so that neither function can starve the other
 */
record PayloadFunction(String id, String name, String handler, Duration timeout, int concurrency) {
  Function create(
      Construct scope,
      EnvironmentSettings settings,
      LogGroups logGroups,
      Code code,
      Map<String, String> variables,
      List<PolicyStatement> statements) {
    var logs = logGroups.ofFunction(id + "Logs", name);
    return Function.Builder.create(scope, id)
        .functionName(name)
        .description("%s service of %s".formatted(id, settings.name()))
        .runtime(Runtime.JAVA_25)
        .architecture(Architecture.ARM_64)
        .handler(handler)
        .code(code)
        .memorySize(1024)
        .timeout(timeout)
        .reservedConcurrentExecutions(concurrency)
        .role(role(scope, settings, logs, statements))
        .logGroup(logs)
        .environment(variables)
        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
        .currentVersionOptions(VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
        .build();
  }

  private Role role(
      Construct scope,
      EnvironmentSettings settings,
      LogGroup logs,
      List<PolicyStatement> statements) {
    var writeLogs =
        Grants.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logs.getLogGroupArn()));
    var all = new ArrayList<>(List.of(writeLogs));
    all.addAll(statements);
    return Role.Builder.create(scope, id + "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .description("%s service of %s".formatted(id, settings.name()))
        .inlinePolicies(
            Map.of(
                id.toLowerCase(Locale.ROOT),
                PolicyDocument.Builder.create().statements(all).build()))
        .build();
  }
}
