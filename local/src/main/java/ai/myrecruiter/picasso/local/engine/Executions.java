package ai.myrecruiter.picasso.local.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All executions, over or not, oldest first; to be used on the loop only. */
final class Executions {
  private static final String STANDARD = "execution";
  private static final String EXPRESS = "express";
  private final Map<String, LiveExecution> all = new LinkedHashMap<>();

  void add(LiveExecution execution) {
    all.put(execution.now().arn(), execution);
  }

  Optional<LiveExecution> find(String arn) {
    return Optional.ofNullable(all.get(arn));
  }

  /** A Standard one: as on the service, nobody can look at one of an Express workflow. */
  LiveExecution standard(String arn) {
    return get(arn, STANDARD);
  }

  /** One of either type. */
  LiveExecution ofAnyType(String arn) {
    return get(arn, arn.contains(":" + EXPRESS + ":") ? EXPRESS : STANDARD);
  }

  private LiveExecution get(String arn, String kind) {
    return find(Names.check(arn, kind)).orElseThrow(() -> Refusals.noExecution(arn));
  }

  /** Those of a state machine in all its versions. */
  List<LiveExecution> ofMachine(String machineArn) {
    return all.values().stream()
        .filter(execution -> execution.now().stateMachineArn().equals(machineArn))
        .toList();
  }

  /** Those of a state machine, or of one of its versions or aliases; newest first. */
  List<Execution> of(MachineArn arn, String text) {
    return all.values().stream()
        .map(LiveExecution::now)
        .filter(execution -> isOf(execution, arn, text))
        .toList()
        .reversed();
  }

  private static boolean isOf(Execution execution, MachineArn arn, String text) {
    return arn.qualifier().isEmpty()
        ? execution.stateMachineArn().equals(text)
        : execution.versionArn().filter(text::equals).isPresent()
            || execution.aliasArn().filter(text::equals).isPresent();
  }
}
