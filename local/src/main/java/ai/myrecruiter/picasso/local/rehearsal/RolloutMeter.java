package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.local.dynamodb.CapacityMeter;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.workflows.cost.RolloutUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Reads what AWS would charge for from a stage: transitions and invocations from the histories of
 * all executions, the rest from the meters of the stage's services.
 */
record RolloutMeter(RolloutUsage usage) {
  private static final String LAMBDA = "lambda";

  static RolloutMeter read(Stage stage) {
    var histories =
        executions(stage.sfn()).stream()
            .map(execution -> history(stage.sfn(), execution.executionArn()))
            .toList();
    var capacity = stage.capacityMeter();
    return new RolloutMeter(
        new RolloutUsage(
            histories.size(),
            histories.stream().mapToLong(RolloutMeter::transitions).sum(),
            histories.stream().flatMap(List::stream).filter(RolloutMeter::isInvocation).count(),
            capacity.map(CapacityMeter::writeUnits).orElse(0L),
            capacity.map(CapacityMeter::readUnits).orElse(BigDecimal.ZERO),
            stage.cloudWatchMeter().metricsRead(),
            stage.cloudWatchMeter().requests()));
  }

  /** What came after an earlier reading. */
  RolloutUsage since(RolloutMeter before) {
    var then = before.usage;
    return new RolloutUsage(
        usage.executions() - then.executions(),
        usage.transitions() - then.transitions(),
        usage.invocations() - then.invocations(),
        usage.writeUnits() - then.writeUnits(),
        usage.readUnits().subtract(then.readUnits()),
        usage.metricsRead() - then.metricsRead(),
        usage.otherRequests() - then.otherRequests());
  }

  /** Each state entered, and each attempt of a task after its first. */
  private static long transitions(List<HistoryEvent> history) {
    var entered = history.stream().filter(event -> name(event).endsWith("StateEntered")).count();
    var tasks =
        history.stream()
            .filter(event -> event.type() == HistoryEventType.TASK_STATE_ENTERED)
            .count();
    var attempts =
        history.stream().filter(event -> event.type() == HistoryEventType.TASK_SCHEDULED).count();
    return entered + Math.max(0, attempts - tasks);
  }

  private static boolean isInvocation(HistoryEvent event) {
    return event.type() == HistoryEventType.TASK_SCHEDULED
        && Optional.ofNullable(event.taskScheduledEventDetails())
            .filter(task -> task.resourceType().equals(LAMBDA))
            .isPresent();
  }

  private static String name(HistoryEvent event) {
    return String.valueOf(event.typeAsString());
  }

  private static List<ExecutionListItem> executions(SfnClient sfn) {
    return sfn.listStateMachinesPaginator(request -> {}).stateMachines().stream()
        .flatMap(machine ->
            sfn
                .listExecutionsPaginator(
                    request -> request.stateMachineArn(machine.stateMachineArn()))
                .executions()
                .stream())
        .toList();
  }

  private static List<HistoryEvent> history(SfnClient sfn, String execution) {
    return sfn
        .getExecutionHistoryPaginator(request -> request.executionArn(execution).maxResults(1000))
        .events()
        .stream()
        .toList();
  }
}
