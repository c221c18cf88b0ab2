package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Optional;

/** The registered tenants. */
public interface Tenants {
  /**
   * The tenant that owns a host.
   *
   * @throws TenantsUnavailable if the registry cannot be read
   */
  Optional<Tenant> byHost(HostName host);

  /**
   * The tenant of a public name.
   *
   * @throws TenantsUnavailable if the registry cannot be read
   */
  Optional<Tenant> byHash(TenantHash hash);
}
