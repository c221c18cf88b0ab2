package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Any Lambda that an SDK client reaches, such as a stage in another process, for the engine. */
public final class RemoteLambda implements LambdaPort {
  private final EventLoop loop;
  private final LambdaClient client;

  /** Functions that are invoked by a client, away from the loop; its answers come back on it. */
  public RemoteLambda(EventLoop loop, LambdaClient client) {
    this.loop = loop;
    this.client = client;
  }

  @Override
  public CompletionStage<LambdaAnswer> invoke(String function, byte[] payload) {
    return loop.offload(() -> call(function, SdkBytes.fromByteArray(payload)));
  }

  private LambdaAnswer call(String function, SdkBytes payload) {
    try {
      return answer(client.invoke(invoke -> invoke.functionName(function).payload(payload)));
    } catch (AwsServiceException e) {
      throw new LambdaFailure(
          "Lambda." + e.awsErrorDetails().errorCode(), String.valueOf(e.getMessage()));
    } catch (SdkClientException e) {
      throw new LambdaFailure("Lambda.SdkClientException", String.valueOf(e.getMessage()));
    }
  }

  private static LambdaAnswer answer(InvokeResponse response) {
    return new LambdaAnswer(
        response.statusCode(),
        Optional.ofNullable(response.executedVersion()).orElse(FunctionName.LATEST),
        Optional.ofNullable(response.functionError()),
        response.payload().asByteArray(),
        response.responseMetadata().requestId());
  }
}
