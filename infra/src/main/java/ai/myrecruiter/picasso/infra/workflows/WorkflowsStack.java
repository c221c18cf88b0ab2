package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** State machines and their tasks. */
public final class WorkflowsStack extends Stack {
  /**
   * Adds the stack {@code picasso-<environment>-workflows} to the app.
   *
   * @throws IllegalStateException when definitions and tasks do not fit each other
   */
  public WorkflowsStack(Construct app, EnvironmentSettings settings, Inputs inputs) {
    super(app, settings.named("workflows"), settings.stack("what deploys, watches and rolls back"));
    var definitions = definitions(inputs);
    var variables = Stores.variables(settings);
    var logGroups = new LogGroups(this, settings, "workflows");
    var code = Code.fromAsset(inputs.tasksPackage().toString());
    var tasks = new TaskFunctions(this, settings, logGroups, code);
    var functions = new HashMap<String, Function>();
    TaskList.STATES.forEach(
        task -> functions.put(task.substitution(), tasks.create(task, variables)));
    var machines = new Machines(this, settings, logGroups, functions);
    definitions.forEach(machines::create);
    var watchdogVariables = new HashMap<>(variables);
    watchdogVariables.put("PICASSO_ROLLBACK_STATE_MACHINE_ARN", machines.made("rollback"));
    tasks.create(TaskList.WATCHDOG, watchdogVariables);
    tasks.create(TaskList.CONTAINMENT, variables);
    Machines.NAMES.forEach(name -> output(name, machines.made(name)));
  }

  private static List<StateMachineDefinition> definitions(Inputs inputs) {
    var definitions =
        Machines.NAMES.stream()
            .map(name -> StateMachineDefinition.read(inputs.stateMachines(), name))
            .toList();
    var machines = Machines.NAMES.stream().map(Machines::substitution).collect(Collectors.toSet());
    Substitutions.check(definitions, TaskList.STATES, machines);
    return definitions;
  }

  private void output(String name, String live) {
    CfnOutput.Builder.create(this, Machines.substitution(name))
        .description("Alias live of state machine " + name)
        .value(live)
        .build();
  }
}
