package ai.myrecruiter.picasso.runtime.tenant;

/** What the server makes of a request's host and tenant hash. */
public sealed interface Resolution {
  /** The request is this tenant's. */
  record Resolved(Tenant tenant) implements Resolution {}

  /** The request is refused. */
  record Refused(Reason reason) implements Resolution {}

  /** Why a request belongs to no tenant; the code is stable. */
  enum Reason {
    /** No Host header, or none that could be a host. */
    BAD_HOST("bad_host", 400),
    /** A host that is neither a tenant's nor one of the shared ones. */
    UNKNOWN_HOST("unknown_host", 403),
    /** A shared host and no tenant hash. */
    MISSING_TENANT("missing_tenant", 400),
    /** A shared host and a hash that nobody has. */
    UNKNOWN_TENANT("unknown_tenant", 403),
    /** A tenant's host and the hash of somebody else: a cross-tenant attempt. */
    TENANT_MISMATCH("tenant_mismatch", 403),
    /** The registry cannot be read. */
    UNAVAILABLE("tenants_unavailable", 503);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }

    /** The stable code in snake case. */
    public String code() {
      return code;
    }

    /** The HTTP status to answer with. */
    public int status() {
      return status;
    }
  }
}
