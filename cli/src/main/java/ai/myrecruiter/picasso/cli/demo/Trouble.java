package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;

/** What a new version does wrong. */
sealed interface Trouble {
  /** The faults by which the stage makes it so; the payload's code knows nothing of them. */
  default VersionFaults faults() {
    return switch (this) {
      case Healthy _ -> VersionFaults.NONE;
      case FailingRequests(var share) -> VersionFaults.NONE.withErrorRate(share);
      case CrossTenantAccess(var share) ->
          VersionFaults.NONE.withEmission(
              CrossTenantAttempts.NAMESPACE, CrossTenantAttempts.METRIC, share);
    };
  }

  /** Nothing. */
  record Healthy() implements Trouble {}

  /**
   * Some of its requests fail.
   *
   * @param share of the requests, 0 to 1
   */
  record FailingRequests(double share) implements Trouble {}

  /**
   * Every request is answered well, but some try to reach another tenant's data.
   *
   * @param share of the requests, 0 to 1
   */
  record CrossTenantAccess(double share) implements Trouble {}
}
