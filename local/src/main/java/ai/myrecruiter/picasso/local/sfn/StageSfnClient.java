package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The Step Functions of the stage as the AWS SDK client, without HTTP; usable from any thread. A
 * call that the stage does not have throws {@link UnsupportedOperationException}. Refused calls
 * throw what the real client throws.
 */
public final class StageSfnClient {
  private StageSfnClient() {}

  /** A client of the stage's Step Functions. */
  public static SfnClient of(StepFunctions core) {
    return LoudClient.of(SfnClient.class, calls(core));
  }

  /** The same calls, for the one client and for those that come over HTTP. */
  static Object[] calls(StepFunctions core) {
    var calls = new Calls(core);
    return new Object[] {
      new MachineCalls(calls),
      new ValidationCalls(calls),
      new VersionCalls(calls),
      new AliasCalls(calls),
      new TagCalls(calls),
      new ExecutionCalls(calls),
      new SyncCalls(calls),
      new TaskCalls(calls)
    };
  }
}
