package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.time.Instant;

/**
 * A token that is ours, in force, and for this tenant and purpose.
 *
 * @param tenant the verified tenant: the leading key of every access
 * @param session the session it speaks for
 * @param purpose what it may be used for
 * @param jti its id
 * @param epochs the epochs it was issued in
 * @param expiresAt its end
 */
public record VerifiedToken(
    TenantId tenant,
    SessionId session,
    Purpose purpose,
    String jti,
    Epochs epochs,
    Instant expiresAt)
    implements Verification {}
