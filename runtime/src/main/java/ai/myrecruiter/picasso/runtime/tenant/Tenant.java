package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Set;

/**
 * A tenant as the registry knows it.
 *
 * @param id its id, the leading key of its data
 * @param hash its public name
 * @param hosts the hosts that are its own; may be empty
 * @param streaming who of its users streams
 */
public record Tenant(TenantId id, TenantHash hash, Set<HostName> hosts, StreamingFlag streaming) {
  /** Copies the hosts. */
  public Tenant {
    hosts = Set.copyOf(hosts);
  }
}
