package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** A resource that a service of the stage refused to make. */
public final class ProvisioningFailed extends PicassoException {
  ProvisioningFailed(String path, String type, RuntimeException refusal) {
    super(
        "provisioning-failed",
        "%s (%s) was not made: %s".formatted(path, type, refusal.getMessage()));
    initCause(refusal);
  }
}
