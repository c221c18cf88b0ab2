package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.sdk.WatchedClient;
import ai.myrecruiter.picasso.tasks.Ports;
import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * What the product's own functions ask of AWS, told to whoever wants to hold it against their
 * roles. Nobody is asked unless somebody listens, so that a stage without a listener is as fast as
 * before.
 */
public final class TaskCalls {
  /** Who is told. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A function is about to make a call; called on the thread of the function.
     *
     * @param function its name
     * @param request what it asks, of the SDK's type of the operation
     */
    void calling(String function, SdkRequest request);
  }

  private volatile Optional<Listener> listener = Optional.empty();

  /** Tells somebody of the calls of every function that has not been invoked yet. */
  public void tell(Listener who) {
    listener = Optional.of(who);
  }

  Ports of(String function, Ports ports) {
    return listener.map(who -> watched(function, ports, who)).orElse(ports);
  }

  private static Ports watched(String function, Ports ports, Listener who) {
    return new Ports(
        watched(LambdaClient.class, ports.lambda(), function, who),
        watched(DynamoDbClient.class, ports.dynamoDb(), function, who),
        watched(CloudWatchClient.class, ports.cloudWatch(), function, who),
        watched(SfnClient.class, ports.sfn(), function, who),
        watched(SnsClient.class, ports.sns(), function, who),
        watched(CloudFormationClient.class, ports.cloudFormation(), function, who),
        ports.clock(),
        ports.environment());
  }

  private static <C extends SdkClient> C watched(
      Class<C> type, C client, String function, Listener who) {
    return WatchedClient.of(type, client, request -> who.calling(function, request));
  }
}
