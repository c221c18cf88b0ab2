package ai.myrecruiter.picasso.local.sts;

import ai.myrecruiter.picasso.local.wire.QueryService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;

/** STS in the protocol of AWS (Query). */
public final class StsEndpoint {
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private StsEndpoint() {}

  /** The service. */
  public static WireService of() {
    return new QueryService(
        "STS",
        "https://sts.amazonaws.com/doc/2011-06-15/",
        "2011-06-15",
        MAX_BODY_BYTES,
        call -> SdkOperations.of(new CallerCalls(new Caller(call.accessKey().orElse("")))));
  }
}
