package ai.myrecruiter.picasso.infra.workflows;

import static ai.myrecruiter.picasso.infra.workflows.Access.CONTINUE_ROLLBACK;
import static ai.myrecruiter.picasso.infra.workflows.Access.DELETE_CHANGE;
import static ai.myrecruiter.picasso.infra.workflows.Access.DESCRIBE_OWNER;
import static ai.myrecruiter.picasso.infra.workflows.Access.EXECUTE_CHANGE;
import static ai.myrecruiter.picasso.infra.workflows.Access.HOLD_LEASE;
import static ai.myrecruiter.picasso.infra.workflows.Access.INVOKE_PAYLOAD;
import static ai.myrecruiter.picasso.infra.workflows.Access.LIST_DEPLOYMENTS;
import static ai.myrecruiter.picasso.infra.workflows.Access.LIST_TENANTS;
import static ai.myrecruiter.picasso.infra.workflows.Access.MOVE_ALIAS;
import static ai.myrecruiter.picasso.infra.workflows.Access.PASS_DEPLOYMENT_ROLE;
import static ai.myrecruiter.picasso.infra.workflows.Access.PROPOSE_CHANGE;
import static ai.myrecruiter.picasso.infra.workflows.Access.PUBLISH_NOTICE;
import static ai.myrecruiter.picasso.infra.workflows.Access.PUBLISH_PAYLOAD;
import static ai.myrecruiter.picasso.infra.workflows.Access.RAISE_EPOCHS;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_ALARMS;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_ALIAS;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_CHANGE;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_LEASE;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_METRICS;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_PAYLOAD;
import static ai.myrecruiter.picasso.infra.workflows.Access.READ_TEMPLATES;
import static ai.myrecruiter.picasso.infra.workflows.Access.RECORD_ROLLOUT;
import static ai.myrecruiter.picasso.infra.workflows.Access.SEE_DRIFT;
import static ai.myrecruiter.picasso.infra.workflows.Access.SEE_STACK;
import static ai.myrecruiter.picasso.infra.workflows.Access.SEE_STACK_EVENTS;
import static ai.myrecruiter.picasso.infra.workflows.Access.SHUT_STREAMING;
import static ai.myrecruiter.picasso.infra.workflows.Access.START_ROLLBACK;
import static ai.myrecruiter.picasso.infra.workflows.Access.STOP_ROLLOUT;
import static ai.myrecruiter.picasso.infra.workflows.Access.SUMMARIZE_TEMPLATE;

import java.util.List;

/** Every handler that is deployed, once. */
final class TaskList {
  /** Called by states. */
  static final List<TaskFunction> STATES =
      List.of(
          TaskFunction.of("rollout", "AcquireLease", 30, HOLD_LEASE, RECORD_ROLLOUT),
          TaskFunction.of(
              "rollout",
              "RunPreflight",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_ALIAS,
              READ_PAYLOAD,
              READ_ALARMS),
          TaskFunction.of(
              "deployment",
              "InspectStack",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              LIST_DEPLOYMENTS,
              READ_ALIAS,
              READ_PAYLOAD,
              SEE_STACK,
              SEE_DRIFT,
              SEE_STACK_EVENTS,
              DELETE_CHANGE),
          TaskFunction.of(
              "deployment",
              "CreateChangeSet",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_ALIAS,
              SEE_STACK,
              PROPOSE_CHANGE,
              SUMMARIZE_TEMPLATE,
              READ_TEMPLATES,
              PASS_DEPLOYMENT_ROLE),
          TaskFunction.of(
              "deployment",
              "ReviewChangeSet",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_ALIAS,
              SEE_STACK,
              READ_CHANGE),
          TaskFunction.of("deployment", "RequestChangeApproval", 30, READ_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("deployment", "VerifyChangeApproval", 30, READ_LEASE, RECORD_ROLLOUT),
          TaskFunction.of(
              "deployment",
              "ExecuteChangeSet",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_ALIAS,
              READ_CHANGE,
              EXECUTE_CHANGE),
          TaskFunction.of(
              "deployment",
              "FollowStack",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              SEE_STACK,
              SEE_STACK_EVENTS,
              CONTINUE_ROLLBACK),
          TaskFunction.of(
              "deployment",
              "AbandonChange",
              30,
              RECORD_ROLLOUT,
              SEE_STACK,
              SEE_STACK_EVENTS,
              DELETE_CHANGE),
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
          TaskFunction.of(
              "rollout", "ShiftTraffic", 30, READ_LEASE, RECORD_ROLLOUT, READ_METRICS, MOVE_ALIAS),
          TaskFunction.of(
              "rollout", "JudgeStage", 30, READ_LEASE, RECORD_ROLLOUT, READ_METRICS, READ_ALIAS),
          TaskFunction.of(
              "rollout",
              "PromoteVersion",
              30,
              READ_LEASE,
              RECORD_ROLLOUT,
              READ_METRICS,
              MOVE_ALIAS),
          TaskFunction.of("rollout", "ReleaseHoldback", 30, READ_LEASE, RECORD_ROLLOUT, MOVE_ALIAS),
          TaskFunction.of("rollout", "CloseRollout", 30, HOLD_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("rollback", "TakeOver", 10, HOLD_LEASE, RECORD_ROLLOUT),
          TaskFunction.of("rollback", "RestoreAlias", 15, MOVE_ALIAS),
          TaskFunction.of("rollback", "VerifyRollback", 30, INVOKE_PAYLOAD),
          TaskFunction.of("rollback", "StopRollout", 30, STOP_ROLLOUT),
          TaskFunction.of(
              "rollback", "CloseRollback", 30, HOLD_LEASE, RECORD_ROLLOUT, READ_METRICS),
          TaskFunction.of("health", "CheckInfrastructure", 30, READ_ALIAS, READ_PAYLOAD),
          TaskFunction.of("health", "CheckChat", 30, INVOKE_PAYLOAD),
          TaskFunction.of("health", "JudgeHealth", 30),
          TaskFunction.of("notification", "NotifyAudience", 30, PUBLISH_NOTICE));

  /** The dead man's switch, called every minute by a schedule. */
  static final TaskFunction WATCHDOG =
      TaskFunction.of(
          "watchdog", "WatchAliases", 30, READ_LEASE, READ_ALIAS, DESCRIBE_OWNER, START_ROLLBACK);

  /** Called by the rule of alarms that tenants are no longer kept apart. */
  static final TaskFunction CONTAINMENT =
      TaskFunction.of(
          "containment", "ShutStreaming", 30, SHUT_STREAMING, LIST_TENANTS, RAISE_EPOCHS);

  private TaskList() {}
}
