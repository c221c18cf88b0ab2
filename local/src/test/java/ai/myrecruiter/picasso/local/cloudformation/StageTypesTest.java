package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudwatch.Alarms;
import ai.myrecruiter.picasso.local.cloudwatch.MetricId;
import ai.myrecruiter.picasso.local.cloudwatch.Resolution;
import ai.myrecruiter.picasso.local.cloudwatch.StageCloudWatchClient;
import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import ai.myrecruiter.picasso.local.sns.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StageTypesTest {
  private static final String ALARM_TO_MACHINE =
      """
      {'Resources': {
        'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'Policies': ['any']}},
        'Rule': {'Type': 'AWS::Events::Rule', 'Properties': {
          'EventPattern': {'source': ['aws.cloudwatch'],
            'detail': {'alarmName': [{'Ref': 'Alarm'}], 'state': {'value': ['ALARM']}}},
          'Targets': [{'Id': 'Target0', 'Arn': {'Ref': 'Machine'}, 'RoleArn': {'Fn::GetAtt': ['Role', 'Arn']},
            'InputTransformer': {'InputPathsMap': {'name': '$.detail.alarmName'},
              'InputTemplate': '{"alias":"live","name":<name>}'}}]}},
        'Machine': {'Type': 'AWS::StepFunctions::StateMachine', 'DependsOn': ['Role'], 'Properties': {
          'StateMachineName': 'rollback', 'RoleArn': {'Fn::GetAtt': ['Role', 'Arn']},
          'DefinitionString': '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'}},
        'Alarm': {'Type': 'AWS::CloudWatch::Alarm', 'Properties': {
          'Namespace': 'Picasso/Chat', 'MetricName': 'CrossTenantAttempts', 'Statistic': 'Sum',
          'Dimensions': [{'Name': 'FunctionName', 'Value': 'chat'}], 'Period': 10, 'EvaluationPeriods': 1,
          'Threshold': 1, 'ComparisonOperator': 'GreaterThanOrEqualToThreshold',
          'TreatMissingData': 'notBreaching'}}}}
      """;
  private final TestLambda lambda = TestLambda.virtual(1);
  private final LocalDynamoDb dynamoDb = LocalDynamoDb.embedded();
  private final StepFunctions stepFunctions =
      new StepFunctions(
          lambda.loop, "000000000000", "us-east-1", lambda.service, ExecutionObserver.NONE);
  private final Alarms alarms =
      new Alarms(lambda.loop, lambda.metrics, lambda.bus, Duration.ofSeconds(1));
  private final ResourceTypes types =
      new StageTypes(
              lambda.service,
              (target, cors, mode) -> URI.create("http://stage.test/"),
              dynamoDb.client(),
              StageSfnClient.of(stepFunctions),
              new Topics(lambda.loop),
              new Secrets(),
              StageCloudWatchClient.of(lambda.loop, lambda.metrics, alarms),
              StageEventBridgeClient.of(lambda.loop, lambda.bus))
          .types();

  @AfterEach
  void close() {
    dynamoDb.close();
    lambda.close();
  }

  @Test
  void knowsTheseTypesAndNoOthers() {
    assertThat(types.all())
        .extracting(ResourceType::name)
        .containsExactly(
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::CDK::Metadata",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::DynamoDB::Table",
            "AWS::Events::Rule",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::KMS::Alias",
            "AWS::KMS::Key",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Function",
            "AWS::Lambda::Permission",
            "AWS::Lambda::Url",
            "AWS::Lambda::Version",
            "AWS::Logs::LogGroup",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::Scheduler::Schedule",
            "AWS::SecretsManager::Secret",
            "AWS::StepFunctions::StateMachine",
            "AWS::StepFunctions::StateMachineAlias",
            "AWS::StepFunctions::StateMachineVersion");
  }

  @Test
  void saysWhyATypeIsLeftAside() {
    for (var type : types.all()) {
      if (type instanceof InertType inert) {
        assertThat(inert.reason()).as(type.name()).hasSizeGreaterThan(20);
      }
    }
  }

  @Test
  void saysWhyAPropertyIsLeftAside() {
    for (var type : types.all()) {
      if (type instanceof StagedType staged) {
        assertThat(staged.properties().withoutEffect().values())
            .as(type.name())
            .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
      }
    }
  }

  @Test
  void leadsFromAMetricThroughAlarmAndRuleToAnExecution() {
    lambda.bus.connect("states", this::start);
    var stack = Json.stack("s", ALARM_TO_MACHINE);
    Provisioner.provision(DeploymentPlan.of(List.of(stack), types, Account.STAGE, Map.of()));
    lambda.virtualLoop().runFor(Duration.ofSeconds(30));
    assertThat(executions()).isEmpty();
    lambda
        .metrics
        .series(MetricId.of("Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", "chat")))
        .record(lambda.loop.now(), 1, Resolution.HIGH);
    lambda.virtualLoop().runFor(Duration.ofSeconds(12));
    assertThat(executions())
        .extracting(Execution::input)
        .containsExactly("{\"alias\":\"live\",\"name\":\"s-Alarm\"}");
  }

  private CompletableFuture<?> start(String arn, String input) {
    return CompletableFuture.completedFuture(
        stepFunctions.startExecution(arn, Optional.empty(), input));
  }

  private List<Execution> executions() {
    return stepFunctions.executions("arn:aws:states:us-east-1:000000000000:stateMachine:rollback");
  }
}
