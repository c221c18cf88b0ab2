package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.wire.QueryService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;

/** CloudFormation in the protocol of AWS (Query). */
public final class CloudFormationEndpoint {
  /** Templates may have a megabyte, and triple in a form. */
  private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  private CloudFormationEndpoint() {}

  /** The service. */
  public static WireService of(CloudFormation service) {
    var operations = SdkOperations.guarded(StackConstraints::check, service.calls());
    return new QueryService(
        "CloudFormation",
        "http://cloudformation.amazonaws.com/doc/2010-05-15/",
        "2010-05-15",
        MAX_BODY_BYTES,
        call -> operations);
  }
}
