package ai.myrecruiter.picasso.runtime.tenant;

import ai.myrecruiter.picasso.runtime.tenant.Resolution.Reason;
import ai.myrecruiter.picasso.runtime.tenant.Resolution.Refused;
import ai.myrecruiter.picasso.runtime.tenant.Resolution.Resolved;
import java.util.Optional;

/**
 * Infers a request's tenant on the server. A tenant's own host serves that tenant alone: a hash
 * that says otherwise is a cross-tenant attempt. A shared host serves the tenant of the hash, and
 * what the request may do there is decided by its token, which is bound to a tenant too.
 *
 * <p>Pass the Host header that Lambda's event carries (the one the edge routed by), never {@code
 * X-Forwarded-Host} or anything else that a client may set.
 */
public final class TenantResolution {
  private final Tenants tenants;
  private final SharedHosts shared;
  private final CrossTenantAttempts attempts;

  /** Resolution against a registry. */
  public TenantResolution(Tenants tenants, SharedHosts shared, CrossTenantAttempts attempts) {
    this.tenants = tenants;
    this.shared = shared;
    this.attempts = attempts;
  }

  /**
   * The tenant of a request.
   *
   * @param hostHeader the request's host, with or without a port; empty if there is none
   * @param claimedHash the tenant hash of the request's header or query, if it has one
   */
  public Resolution resolve(Optional<String> hostHeader, Optional<String> claimedHash) {
    try {
      var resolution =
          hostHeader
              .flatMap(HostName::parse)
              .map(host -> resolve(host, claimedHash))
              .orElseGet(() -> new Refused(Reason.BAD_HOST));
      if (resolution instanceof Refused refused && refused.reason() == Reason.TENANT_MISMATCH) {
        attempts.add();
      }
      return resolution;
    } catch (TenantsUnavailable unavailable) {
      return new Refused(Reason.UNAVAILABLE);
    }
  }

  private Resolution resolve(HostName host, Optional<String> claimedHash) {
    var owner = tenants.byHost(host);
    if (owner.isPresent()) {
      return own(owner.get(), claimedHash);
    }
    if (!shared.contains(host)) {
      return new Refused(Reason.UNKNOWN_HOST);
    }
    return claimedHash.map(this::named).orElseGet(() -> new Refused(Reason.MISSING_TENANT));
  }

  private static Resolution own(Tenant owner, Optional<String> claimedHash) {
    return claimedHash.isEmpty() || claimedHash.get().equals(owner.hash().value())
        ? new Resolved(owner)
        : new Refused(Reason.TENANT_MISMATCH);
  }

  private Resolution named(String claimed) {
    return TenantHash.parse(claimed)
        .flatMap(tenants::byHash)
        .<Resolution>map(Resolved::new)
        .orElseGet(() -> new Refused(Reason.UNKNOWN_TENANT));
  }
}
