package ai.myrecruiter.picasso.infra.workflows;

import static ai.myrecruiter.picasso.infra.workflows.Access.*;

import java.util.List;

/** Every handler that is deployed, once. */
final class TaskList {
  /** Called by states. */
  static final List<TaskFunction> STATES =
      List.of(
          TaskFunction.of("rollout", "AcquireLease", 30, HOLD_LEASE, RECORD_ROLLOUT, READ_PAYLOAD),
          TaskFunction.of(
              "rollout", "RunPreflight", 30, READ_LEASE, RECORD_ROLLOUT, READ_PAYLOAD, READ_ALARMS),
          TaskFunction.of(
              "rollout",
              "PublishVersion",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_PAYLOAD,
              PUBLISH_PAYLOAD),
          TaskFunction.of("rollout", "RequestApproval", 30, READ_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("rollout", "VerifyApproval", 30, READ_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("rollout", "ShiftTraffic", 30, HOLD_LEASE, RECORD_ROLLOUT, MOVE_ALIAS),
          TaskFunction.of(
              "rollout",
              "JudgeStage",
              30,
              HOLD_LEASE,
              RECORD_ROLLOUT,
              READ_PAYLOAD,
              READ_METRICS,
              READ_ALARMS),
          TaskFunction.of("rollout", "PromoteVersion", 30, HOLD_LEASE, RECORD_ROLLOUT, MOVE_ALIAS),
          TaskFunction.of("rollout", "ReleaseHoldback", 30, HOLD_LEASE, RECORD_ROLLOUT, MOVE_ALIAS),
          TaskFunction.of("rollout", "CloseRollout", 30, HOLD_LEASE, RECORD_ROLLOUT, READ_PAYLOAD),
          TaskFunction.of("rollback", "TakeOver", 10, HOLD_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("rollback", "RestoreAlias", 15, READ_LEASE, READ_ROLLOUTS, MOVE_ALIAS),
          TaskFunction.of(
              "rollback", "VerifyRollback", 30, READ_PAYLOAD, INVOKE_PAYLOAD, READ_LEASE),
          TaskFunction.of("rollback", "StopRollout", 30, READ_LEASE, READ_ROLLOUTS, STOP_ROLLOUT),
          TaskFunction.of("rollback", "CloseRollback", 30, HOLD_LEASE, RECORD_ROLLOUT),
          TaskFunction.of(
              "health", "CheckInfrastructure", 30, READ_PAYLOAD, DESCRIBE_TABLES, READ_ALARMS),
          TaskFunction.of("health", "CheckChat", 30, INVOKE_PAYLOAD),
          TaskFunction.of("health", "JudgeHealth", 30),
          TaskFunction.of("notification", "NotifyAudience", 30, PUBLISH_NOTICE));

  /** The dead man's switch, called every minute by a schedule. */
  static final TaskFunction WATCHDOG =
      TaskFunction.of(
          "watchdog",
          "WatchAliases",
          30,
          READ_LEASE,
          READ_ROLLOUTS,
          READ_PAYLOAD,
          DESCRIBE_ROLLOUT,
          START_ROLLBACK);

  private TaskList() {}
}
