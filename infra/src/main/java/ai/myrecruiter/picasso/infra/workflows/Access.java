package ai.myrecruiter.picasso.infra.workflows;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a task may do; a task has what it needs and nothing else. */
enum Access {
  /** Read who owns the environment. */
  READ_LEASE,
  /** Take, renew, take over or give back the lease. */
  HOLD_LEASE,
  /** Read the records of rollouts. */
  READ_ROLLOUTS,
  /** Write the record of a rollout; no task may delete one. */
  RECORD_ROLLOUT,
  /** See that the tables are there. */
  DESCRIBE_TABLES,
  /** Read configuration, versions and aliases of the payload. */
  READ_PAYLOAD,
  /** Make the payload's code and configuration an immutable version. */
  PUBLISH_PAYLOAD,
  /** Move traffic. */
  MOVE_ALIAS,
  /** Ask the payload. */
  INVOKE_PAYLOAD,
  /** Read metrics, which IAM cannot restrict to some. */
  READ_METRICS,
  /** See the alarms that start {@code rollback}. */
  READ_ALARMS,
  /** See whether a rollout still runs. */
  DESCRIBE_ROLLOUT,
  /** End a rollout that was taken over. */
  STOP_ROLLOUT,
  /** Start {@code rollback}. */
  START_ROLLBACK,
  /** Tell the audience. */
  PUBLISH_NOTICE;

  PolicyStatement statement(EnvironmentArns arns) {
    return PolicyStatement.Builder.create().actions(actions()).resources(resources(arns)).build();
  }

  private List<String> actions() {
    return switch (this) {
      case READ_LEASE -> List.of("dynamodb:GetItem");
      case HOLD_LEASE ->
          List.of(
              "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
      case READ_ROLLOUTS -> List.of("dynamodb:GetItem", "dynamodb:Query");
      case RECORD_ROLLOUT ->
          List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem");
      case DESCRIBE_TABLES -> List.of("dynamodb:DescribeTable");
      case READ_PAYLOAD ->
          List.of(
              "lambda:GetAlias",
              "lambda:GetFunction",
              "lambda:GetFunctionConfiguration",
              "lambda:GetFunctionUrlConfig",
              "lambda:ListVersionsByFunction");
      case PUBLISH_PAYLOAD -> List.of("lambda:PublishVersion");
      case MOVE_ALIAS -> List.of("lambda:GetAlias", "lambda:UpdateAlias");
      case INVOKE_PAYLOAD -> List.of("lambda:InvokeFunction");
      case READ_METRICS -> List.of("cloudwatch:GetMetricData");
      case READ_ALARMS -> List.of("cloudwatch:DescribeAlarms");
      case DESCRIBE_ROLLOUT -> List.of("states:DescribeExecution");
      case STOP_ROLLOUT -> List.of("states:DescribeExecution", "states:StopExecution");
      case START_ROLLBACK -> List.of("states:StartExecution");
      case PUBLISH_NOTICE -> List.of("sns:Publish");
    };
  }

  private List<String> resources(EnvironmentArns arns) {
    return switch (this) {
      case READ_LEASE, HOLD_LEASE -> arns.leases();
      case READ_ROLLOUTS, RECORD_ROLLOUT -> arns.rollouts();
      case DESCRIBE_TABLES -> arns.tables();
      case PUBLISH_PAYLOAD -> arns.chat();
      case READ_PAYLOAD, MOVE_ALIAS, INVOKE_PAYLOAD -> arns.chatAndQualifiers();
      case READ_METRICS -> List.of("*");
      case READ_ALARMS -> arns.rollbackAlarms();
      case DESCRIBE_ROLLOUT, STOP_ROLLOUT -> arns.executions("rollout");
      case START_ROLLBACK -> List.of(arns.stateMachine("rollback"));
      case PUBLISH_NOTICE -> arns.topic();
    };
  }
}
