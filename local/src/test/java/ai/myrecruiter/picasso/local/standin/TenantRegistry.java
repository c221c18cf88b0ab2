package ai.myrecruiter.picasso.local.standin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tenants by the host their users come through. What a client claims is only ever compared with
 * it: a tenant's host serves that tenant alone, any other host serves every tenant there is.
 */
public final class TenantRegistry {
  private final Map<String, String> tenantByHost;

  /**
   * A registry.
   *
   * @param tenantByHost tenant hash by host name in lower case
   */
  public TenantRegistry(Map<String, String> tenantByHost) {
    this.tenantByHost = Map.copyOf(tenantByHost);
  }

  /** The tenants the payload is deployed with. */
  public static TenantRegistry deployed() {
    return new TenantRegistry(
        Map.of(
            "north-clinic.chat.myrecruiter.ai", "f4a1c09e",
            "lakeside.chat.myrecruiter.ai", "0b77d25c"));
  }

  /**
   * Whether a request may be what it says.
   *
   * @param host the request's host, with or without a port
   * @param claimed the tenant hash of the request's header, if it has one
   */
  public boolean fits(String host, Optional<String> claimed) {
    var owner = tenantByHost.get(withoutPort(host));
    return claimed.isEmpty()
        || (owner == null
            ? tenantByHost.containsValue(claimed.get())
            : owner.equals(claimed.get()));
  }

  private static String withoutPort(String host) {
    int colon = host.indexOf(':');
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }
}
