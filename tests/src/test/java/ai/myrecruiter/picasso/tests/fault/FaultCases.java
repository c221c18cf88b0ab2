package ai.myrecruiter.picasso.tests.fault;

import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tasks that are made to fail, and how. A slice of cases follows from a seed: another with {@code
 * -Dpicasso.slice.seed=N}, all cases with {@code -Dpicasso.all=true}, as {@code tests/faults.sh}
 * asks for.
 */
final class FaultCases {
  /** The tasks of a rollout of code that is there already. */
  static final List<String> ROLLOUT =
      List.of(
          "AcquireLease",
          "RunPreflight",
          "PublishVersion",
          "CheckInfrastructure",
          "CheckChat",
          "JudgeHealth",
          "ShiftTraffic",
          "JudgeStage",
          "PromoteVersion",
          "ReleaseHoldback",
          "CloseRollout",
          "NotifyAudience");

  /** The tasks of a rollback. */
  static final List<String> ROLLBACK =
      List.of(
          "TakeOver",
          "RestoreAlias",
          "VerifyRollback",
          "StopRollout",
          "CheckChat",
          "CloseRollback",
          "NotifyAudience");

  private static final Duration OUTAGE = Duration.ofMinutes(10);
  private static final long SEED = Long.getLong("picasso.slice.seed", 20_261_124L);

  private FaultCases() {}

  /** Each task with each fault. */
  static Stream<Arguments> of(List<String> tasks) {
    return tasks.stream()
        .flatMap(task -> Stream.of(TaskFault.values()).map(fault -> Arguments.of(task, fault)));
  }

  /**
   * Some of the cases, or all when all are asked for.
   *
   * @param salt tells the slices of one seed apart
   */
  static Stream<Arguments> slice(Stream<Arguments> cases, int size, long salt) {
    var all = new ArrayList<>(cases.toList());
    if (Boolean.getBoolean("picasso.all")) {
      return all.stream();
    }
    Collections.shuffle(all, new Random(SEED + salt));
    return all.stream().limit(size);
  }

  /** Has a task fail from now on for ten minutes. */
  static void outage(Rehearsal rehearsal, String task, TaskFault fault) {
    rehearsal
        .stage()
        .taskFaults()
        .between(function(task), rehearsal.now(), rehearsal.now().plus(OUTAGE), fault);
  }

  /** The name of a task's function. */
  static String function(String task) {
    return "picasso-staging-"
        + task.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
