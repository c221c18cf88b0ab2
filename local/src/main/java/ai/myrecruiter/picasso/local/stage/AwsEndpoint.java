package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.CloudFormationEndpoint;
import ai.myrecruiter.picasso.local.cloudwatch.StageCloudWatchClient;
import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.lambda.LambdaEndpoint;
import ai.myrecruiter.picasso.local.s3.S3Endpoint;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.sts.StsEndpoint;
import ai.myrecruiter.picasso.local.wire.ForwardedService;
import ai.myrecruiter.picasso.local.wire.Gateway;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.local.wire.WireService;
import java.util.TreeMap;

/** Every service of a stage at one address. */
final class AwsEndpoint {
  /** DynamoDB takes requests of 16 MB. */
  private static final int DYNAMODB_BODY_BYTES = 16 * 1024 * 1024;

  private AwsEndpoint() {}

  /**
   * Starts to serve; the caller closes it.
   *
   * @param port on the loopback interface, 0 for any that is free
   * @throws java.io.UncheckedIOException when the port is taken
   */
  static LoopbackServer serve(Services services, int port) {
    var loop = services.loop;
    var all = new TreeMap<String, WireService>();
    all.put("cloudformation", CloudFormationEndpoint.of(services.cloudFormation.orElseThrow()));
    all.put("events", StageEventBridgeClient.service(loop, services.events));
    all.put("lambda", LambdaEndpoint.of(loop, services.lambda));
    all.put("monitoring", StageCloudWatchClient.service(loop, services.metrics, services.alarms));
    all.put("s3", S3Endpoint.of(services.buckets));
    all.put("secretsmanager", services.secrets.service());
    all.put("sns", services.topics.service());
    all.put("states", StepFunctionsEndpoint.of(services.stepFunctions));
    all.put("sts", StsEndpoint.of());
    services
        .dynamoDb
        .endpoint()
        .ifPresent(server ->
            all.put("dynamodb", new ForwardedService("DynamoDB", server, DYNAMODB_BODY_BYTES)));
    return new LoopbackServer(new Gateway(all), port);
  }
}
