package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.telemetry.Measures;

/** Who may stream. Verifies the token, the tenant and the tenant's flag; fails closed. */
public interface Admission {
  /**
   * Lets a request in.
   *
   * @param measures takes the time of verification and cross-tenant attempts
   * @throws Refusal naming why not
   */
  Permit admit(StreamRequest request, Measures measures) throws Refusal;
}
