package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tenants that are known from the start. */
public final class FixedTenants implements Tenants {
  private final Map<HostName, Tenant> byHost = new LinkedHashMap<>();
  private final Map<TenantHash, Tenant> byHash = new LinkedHashMap<>();

  /**
   * The tenants of a list.
   *
   * @throws IllegalArgumentException if two share a host or a hash
   */
  public FixedTenants(Collection<Tenant> tenants) {
    for (var tenant : tenants) {
      claim(byHash, tenant.hash(), tenant);
      tenant.hosts().forEach(host -> claim(byHost, host, tenant));
    }
  }

  private static <K> void claim(Map<K, Tenant> taken, K name, Tenant tenant) {
    var other = taken.putIfAbsent(name, tenant);
    if (other != null) {
      throw new IllegalArgumentException(
          "tenants %s and %s share %s: give each its own"
              .formatted(other.id().value(), tenant.id().value(), name));
    }
  }

  @Override
  public Optional<Tenant> byHost(HostName host) {
    return Optional.ofNullable(byHost.get(host));
  }

  @Override
  public Optional<Tenant> byHash(TenantHash hash) {
    return Optional.ofNullable(byHash.get(hash));
  }
}
