package ai.myrecruiter.picasso.local.sts;

import ai.myrecruiter.picasso.local.sdk.StageAccount;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The calls of STS that the stage has. */
final class CallerCalls {
  private final Caller caller;

  CallerCalls(Caller caller) {
    this.caller = caller;
  }

  /** Who the caller is. */
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    return GetCallerIdentityResponse.builder()
        .account(StageAccount.ID)
        .arn(caller.arn())
        .userId(caller.id())
        .build();
  }
}
