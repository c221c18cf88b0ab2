package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.MachineStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a task may do; a task has what it needs and nothing else. */
enum Access {
  /** Read who owns the environment. */
  READ_LEASE,
  /** Take, take over or give back the lease. */
  HOLD_LEASE,
  /** Read and write the record of a rollout; no task may delete one. */
  RECORD_ROLLOUT,
  /** Read the aliases of the payload. */
  READ_ALIAS,
  /** Read the configuration of the payload and its versions. */
  READ_PAYLOAD,
  /** Make the payload's code and configuration an immutable version. */
  PUBLISH_PAYLOAD,
  /** Move traffic. */
  MOVE_ALIAS,
  /** Ask the payload. */
  INVOKE_PAYLOAD,
  /** Read metrics, which IAM cannot restrict to some. */
  READ_METRICS,
  /** See the environment's alarms. */
  READ_ALARMS,
  /** See whether the lease's owner, a rollout or a rollback, still runs. */
  DESCRIBE_OWNER,
  /** End a rollout that was taken over. */
  STOP_ROLLOUT,
  /** Start alias {@code live} of {@code rollback}. */
  START_ROLLBACK,
  /** Let nobody start another stream. */
  SHUT_STREAMING,
  /** Find every tenant of the registry. */
  LIST_TENANTS,
  /** Revoke the tokens of a tenant. */
  RAISE_EPOCHS,
  /** Tell the audience. */
  PUBLISH_NOTICE,
  /** Find the deployments that were left open; every read of them is by environment. */
  LIST_DEPLOYMENTS,
  /** See the status and the parameters of the payload's stack. */
  SEE_STACK,
  /** See what was changed past CloudFormation, once somebody has looked for it. */
  SEE_DRIFT,
  /** See what CloudFormation did to the payload's stack. */
  SEE_STACK_EVENTS,
  /** Read a change set of the payload's stack, and the templates before and after. */
  READ_CHANGE,
  /** Ask for a change set of the payload's stack; making one changes nothing. */
  PROPOSE_CHANGE,
  /** Ask which parameters a template has, which IAM cannot restrict to some templates. */
  SUMMARIZE_TEMPLATE,
  /** Read the templates that CDK uploaded; CloudFormation reads them in the caller's name. */
  READ_TEMPLATES,
  /** Let CloudFormation act in the role that the bootstrap made for it, and in no other. */
  PASS_DEPLOYMENT_ROLE,
  /** Execute a change set. */
  EXECUTE_CHANGE,
  /** Go on with a rollback of CloudFormation that failed. */
  CONTINUE_ROLLBACK,
  /** Delete a change set that is not executed. */
  DELETE_CHANGE;

  PolicyStatement statement(EnvironmentArns arns) {
    var statement = PolicyStatement.Builder.create().actions(actions()).resources(resources(arns));
    if (this == PASS_DEPLOYMENT_ROLE) {
      statement.conditions(
          Map.of("StringEquals", Map.of("iam:PassedToService", "cloudformation.amazonaws.com")));
    }
    if (this == START_ROLLBACK) {
      statement.conditions(MachineStart.condition());
    }
    return statement.build();
  }

  private List<String> actions() {
    return switch (this) {
      case READ_LEASE -> List.of("dynamodb:GetItem");
      case HOLD_LEASE, RECORD_ROLLOUT -> List.of("dynamodb:GetItem", "dynamodb:PutItem");
      case READ_ALIAS -> List.of("lambda:GetAlias");
      case READ_PAYLOAD -> List.of("lambda:GetFunctionConfiguration");
      case PUBLISH_PAYLOAD -> List.of("lambda:PublishVersion");
      case MOVE_ALIAS -> List.of("lambda:GetAlias", "lambda:UpdateAlias");
      case INVOKE_PAYLOAD -> List.of("lambda:InvokeFunction");
      case READ_METRICS -> List.of("cloudwatch:GetMetricData");
      case READ_ALARMS -> List.of("cloudwatch:DescribeAlarms");
      case DESCRIBE_OWNER -> List.of("states:DescribeExecution");
      case STOP_ROLLOUT -> List.of("states:StopExecution");
      case START_ROLLBACK -> List.of("states:StartExecution");
      case SHUT_STREAMING -> List.of("lambda:PutFunctionConcurrency");
      case LIST_TENANTS -> List.of("dynamodb:Scan");
      case RAISE_EPOCHS -> List.of("dynamodb:GetItem", "dynamodb:PutItem");
      case PUBLISH_NOTICE -> List.of("sns:Publish");
      case LIST_DEPLOYMENTS -> List.of("dynamodb:Query");
      case SEE_STACK -> List.of("cloudformation:DescribeStacks");
      case SEE_DRIFT -> List.of("cloudformation:DescribeStackResourceDrifts");
      case SEE_STACK_EVENTS -> List.of("cloudformation:DescribeStackEvents");
      case READ_CHANGE -> List.of("cloudformation:DescribeChangeSet", "cloudformation:GetTemplate");
      case PROPOSE_CHANGE -> List.of("cloudformation:CreateChangeSet");
      case SUMMARIZE_TEMPLATE -> List.of("cloudformation:GetTemplateSummary");
      case READ_TEMPLATES -> List.of("s3:GetObject");
      case PASS_DEPLOYMENT_ROLE -> List.of("iam:PassRole");
      case EXECUTE_CHANGE -> List.of("cloudformation:ExecuteChangeSet");
      case CONTINUE_ROLLBACK -> List.of("cloudformation:ContinueUpdateRollback");
      case DELETE_CHANGE -> List.of("cloudformation:DeleteChangeSet");
    };
  }

  private List<String> resources(EnvironmentArns arns) {
    return switch (this) {
      case READ_LEASE, HOLD_LEASE -> List.of(arns.table("leases"));
      case RECORD_ROLLOUT, LIST_DEPLOYMENTS -> List.of(arns.table("rollouts"));
      case PUBLISH_PAYLOAD -> arns.payload();
      case READ_ALIAS, READ_PAYLOAD, MOVE_ALIAS, INVOKE_PAYLOAD -> arns.payloadQualified();
      case READ_METRICS, SUMMARIZE_TEMPLATE -> List.of("*");
      case READ_TEMPLATES -> List.of(arns.uploads());
      case READ_ALARMS -> List.of(arns.alarms());
      case DESCRIBE_OWNER -> List.of(arns.executions("rollout"), arns.executions("rollback"));
      case STOP_ROLLOUT -> List.of(arns.executions("rollout"));
      case START_ROLLBACK -> List.of(arns.stateMachine("rollback"));
      case SHUT_STREAMING -> List.of(arns.streaming());
      case LIST_TENANTS -> List.of(arns.table("tenants"));
      case RAISE_EPOCHS -> List.of(arns.table("tokens"));
      case PUBLISH_NOTICE -> List.of(arns.topic());
      case SEE_STACK,
          SEE_DRIFT,
          SEE_STACK_EVENTS,
          READ_CHANGE,
          PROPOSE_CHANGE,
          EXECUTE_CHANGE,
          CONTINUE_ROLLBACK,
          DELETE_CHANGE ->
          List.of(arns.payloadStack());
      case PASS_DEPLOYMENT_ROLE -> List.of(arns.deploymentRole());
    };
  }

  /** The environment variable that tells a task where to find what it may use. */
  Optional<String> variable() {
    return switch (this) {
      case READ_LEASE, HOLD_LEASE -> Optional.of("PICASSO_LEASES_TABLE");
      case RECORD_ROLLOUT -> Optional.of("PICASSO_ROLLOUTS_TABLE");
      case START_ROLLBACK -> Optional.of("PICASSO_ROLLBACK_STATE_MACHINE_ARN");
      case LIST_TENANTS -> Optional.of("PICASSO_TENANTS_TABLE");
      case RAISE_EPOCHS -> Optional.of("PICASSO_TOKENS_TABLE");
      case PUBLISH_NOTICE -> Optional.of("PICASSO_TOPIC_ARN");
      case READ_ALIAS,
          READ_PAYLOAD,
          PUBLISH_PAYLOAD,
          MOVE_ALIAS,
          INVOKE_PAYLOAD,
          READ_METRICS,
          READ_ALARMS,
          DESCRIBE_OWNER,
          STOP_ROLLOUT,
          SHUT_STREAMING,
          LIST_DEPLOYMENTS,
          SEE_STACK,
          SEE_DRIFT,
          SEE_STACK_EVENTS,
          READ_CHANGE,
          PROPOSE_CHANGE,
          SUMMARIZE_TEMPLATE,
          READ_TEMPLATES,
          PASS_DEPLOYMENT_ROLE,
          EXECUTE_CHANGE,
          CONTINUE_ROLLBACK,
          DELETE_CHANGE ->
          Optional.empty();
    };
  }
}
