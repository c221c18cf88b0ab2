package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import ai.myrecruiter.picasso.infra.environment.MachineStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** The state machines, each with a role that reaches what its definition names and no more. */
final class Machines {
  /** In an order in which each is made after those that it starts. */
  static final List<String> NAMES = List.of("health-validation", "rollback", "rollout");

  private static final Pattern WORD = Pattern.compile("(?:^|-)([a-z])");

  private final Construct scope;
  private final EnvironmentSettings settings;
  private final EnvironmentArns arns;
  private final LogGroups logGroups;
  private final Map<String, Function> functions;
  private final Map<String, String> live = new HashMap<>();

  /**
   * Prepares to make machines.
   *
   * @param functions the task functions by what stands for them in a definition
   */
  Machines(
      Construct scope,
      EnvironmentSettings settings,
      LogGroups logGroups,
      Map<String, Function> functions) {
    this.scope = scope;
    this.settings = settings;
    this.arns = new EnvironmentArns(settings);
    this.logGroups = logGroups;
    this.functions = functions;
  }

  /** What stands for a machine's ARN in a definition, such as {@code RollbackStateMachineArn}. */
  static String substitution(String machine) {
    return id(machine) + "StateMachineArn";
  }

  /** Makes the machine of a definition; those that it starts come first. */
  void create(StateMachineDefinition definition) {
    var values = new TreeMap<String, String>();
    var statements = new ArrayList<PolicyStatement>();
    for (var name : definition.substitutions()) {
      var function = functions.get(name);
      if (function != null) {
        values.put(name, function.getFunctionArn());
        statements.add(allow("lambda:InvokeFunction", function.getFunctionArn()));
      } else {
        var started = NAMES.stream().filter(machine -> substitution(machine).equals(name));
        var child = started.findFirst().orElseThrow();
        values.put(name, made(child));
        statements.addAll(nested(child));
      }
    }
    var id = id(definition.name());
    var machine =
        StateMachine.Builder.create(scope, id)
            .stateMachineName(settings.named(definition.name()))
            .stateMachineType(StateMachineType.STANDARD)
            .definitionBody(DefinitionBody.fromString(definition.text()))
            .definitionSubstitutions(values)
            .role(role(id, statements))
            .tracingEnabled(true)
            .logs(logs(id, definition.name()))
            .removalPolicy(settings.removal())
            .build();
    live.put(definition.name(), MachineVersions.add(scope, id, machine));
  }

  /**
   * The ARN of alias {@code live} of a machine that was made.
   *
   * @throws IllegalStateException when it is made later than what needs it
   */
  String made(String name) {
    var arn = live.get(name);
    if (arn == null) {
      throw new IllegalStateException(
          "machine %s is needed before it is made; correct the order %s".formatted(name, NAMES));
    }
    return arn;
  }

  private List<PolicyStatement> nested(String name) {
    return List.of(
        MachineStart.statement(settings, name),
        PolicyStatement.Builder.create()
            .actions(List.of("states:DescribeExecution", "states:StopExecution"))
            .resources(List.of(arns.executions(name)))
            .build(),
        PolicyStatement.Builder.create()
            .actions(List.of("events:DescribeRule", "events:PutRule", "events:PutTargets"))
            .resources(List.of(arns.nestedExecutionRule()))
            .build());
  }

  private Role role(String id, List<PolicyStatement> statements) {
    return Role.Builder.create(scope, id + "Role")
        .assumedBy(new ServicePrincipal("states.amazonaws.com"))
        .description("State machine %s of %s".formatted(id, settings.name()))
        .inlinePolicies(
            Map.of("machine", PolicyDocument.Builder.create().statements(statements).build()))
        .build();
  }

  /** Every transition without its data: state may carry names of people who approve. */
  private LogOptions logs(String id, String name) {
    var group = logGroups.vended(id + "Logs", "states", settings.named(name));
    return LogOptions.builder()
        .destination(group)
        .level(LogLevel.ALL)
        .includeExecutionData(false)
        .build();
  }

  private static PolicyStatement allow(String action, String resource) {
    return PolicyStatement.Builder.create()
        .actions(List.of(action))
        .resources(List.of(resource))
        .build();
  }

  private static String id(String machine) {
    return WORD.matcher(machine).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
