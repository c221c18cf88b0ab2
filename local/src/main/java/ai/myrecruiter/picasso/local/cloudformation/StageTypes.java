package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.sns.Topics;
import java.util.ArrayList;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The services that resources are made of.
 *
 * @param lambda functions, versions and aliases
 * @param urls Function URLs
 * @param dynamoDb tables
 * @param stepFunctions state machines
 * @param topics SNS topics
 * @param secrets Secrets Manager
 * @param cloudWatch alarms
 * @param events rules; what their targets are must be connected before
 */
public record StageTypes(
    LambdaService lambda,
    UrlOpener urls,
    DynamoDbClient dynamoDb,
    SfnClient stepFunctions,
    Topics topics,
    Secrets secrets,
    CloudWatchClient cloudWatch,
    EventBridgeClient events) {
  /** Every resource type of the stage, those without effect included. */
  public ResourceTypes types() {
    var types = new ArrayList<ResourceType>(new LambdaTypes(lambda).all());
    types.add(new FunctionUrlType(lambda, urls).type());
    types.add(new TableType(dynamoDb).type());
    types.add(new StateMachineType(stepFunctions).type());
    types.addAll(new MachineReleaseTypes(stepFunctions).all());
    types.add(new TopicType(topics).type());
    types.add(new SecretType(secrets).type());
    types.add(new AlarmType(cloudWatch).type());
    types.add(new RuleType(events).type());
    types.add(new ScheduleType(events).type());
    types.addAll(InertStackTypes.all());
    types.addAll(InertTypes.all());
    return new ResourceTypes(types);
  }
}
