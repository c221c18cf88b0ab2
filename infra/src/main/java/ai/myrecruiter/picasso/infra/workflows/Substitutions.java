package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition;
import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the definitions and the list of tasks against each other, so that neither names what the
 * other lacks. CloudFormation would deploy a definition with a {@code ${...}} left in it.
 */
final class Substitutions {
  private Substitutions() {}

  /**
   * Checks all definitions at once.
   *
   * @param machines the names, such as {@code RollbackStateMachineArn}, that stand for machines
   * @throws IllegalStateException with every finding, each naming file or task, rule and fix
   */
  static void check(
      List<StateMachineDefinition> definitions, List<TaskFunction> tasks, Set<String> machines) {
    var findings = new ArrayList<String>();
    var bySubstitution = new HashMap<String, TaskFunction>();
    tasks.forEach(task -> bySubstitution.put(task.substitution(), task));
    var used = new HashSet<String>();
    for (var definition : definitions) {
      var file = "statemachines/" + definition.name() + ".asl.json";
      used.addAll(definition.substitutions());
      for (var name : definition.substitutions()) {
        if (!bySubstitution.containsKey(name) && !machines.contains(name)) {
          findings.add(
              "%s: ${%s} stands for no task and no machine; add it to TaskList or correct it"
                  .formatted(file, name));
        }
      }
      definition.tasks().forEach(state -> addTimeout(file, state, bySubstitution, findings));
    }
    for (var task : tasks) {
      if (!used.contains(task.substitution())) {
        findings.add(
            "task %s: no state calls ${%s}; call it in statemachines/ or remove it from TaskList"
                .formatted(task.className(), task.substitution()));
      }
    }
    if (!findings.isEmpty()) {
      throw new IllegalStateException(String.join("\n", findings));
    }
  }

  private static void addTimeout(
      String file, TaskState state, Map<String, TaskFunction> tasks, List<String> findings) {
    var task = tasks.get(state.substitution());
    if (task != null
        && state.timeoutSeconds() > 0
        && task.timeoutSeconds() > state.timeoutSeconds()) {
      findings.add(
          "%s: state %s waits %d s for %s, which may run for %d s and would act after the state gave up; lower the timeout in TaskList"
              .formatted(
                  file,
                  state.state(),
                  state.timeoutSeconds(),
                  task.className(),
                  task.timeoutSeconds()));
    }
  }
}
