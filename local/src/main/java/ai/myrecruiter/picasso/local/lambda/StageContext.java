package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a handler is told of its invocation. */
final class StageContext implements Context {
  private final Call call;
  private final InstantSource clock;
  private final Instant deadline;
  private final StageLogger logger = new StageLogger();

  StageContext(Call call, InstantSource clock, Instant deadline) {
    this.call = call;
    this.clock = clock;
    this.deadline = deadline;
  }

  StageLogger lines() {
    return logger;
  }

  @Override
  public String getAwsRequestId() {
    return call.requestId();
  }

  @Override
  public String getLogGroupName() {
    return call.logGroup();
  }

  @Override
  public String getLogStreamName() {
    return "[" + call.version().version() + "]";
  }

  @Override
  public String getFunctionName() {
    return call.function().name();
  }

  @Override
  public String getFunctionVersion() {
    return call.version().version();
  }

  @Override
  public String getInvokedFunctionArn() {
    return call.name().arn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, clock.instant().until(deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return call.version().settings().memoryMb();
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }
}
