package ai.myrecruiter.picasso.local.cloudformation;

/** A resource that a service of the stage refused to make. */
public final class ProvisioningFailed extends RuntimeException {
  ProvisioningFailed(String path, String type, RuntimeException refusal) {
    super("%s (%s) was not made: %s".formatted(path, type, refusal.getMessage()), refusal);
  }
}
