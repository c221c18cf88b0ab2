package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** {@link LambdaClient} for the calls that the product makes, answered by the stage. */
public final class StageLambdaClient {
  private StageLambdaClient() {}

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public static LambdaClient of(EventLoop loop, LambdaService service) {
    return LoudClient.of(LambdaClient.class, calls(loop, service));
  }

  /** The same calls, for the one client and for those that come over HTTP. */
  static Object[] calls(EventLoop loop, LambdaService service) {
    return new Object[] {
      new FunctionCalls(loop, service),
      new AliasCalls(loop, service),
      new LimitCalls(loop, service),
      new InvokeCalls(loop, service)
    };
  }
}
