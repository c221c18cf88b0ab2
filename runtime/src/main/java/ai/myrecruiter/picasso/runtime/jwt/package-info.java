/**
 * Tokens: issue, verify, refresh, revoke, the key ring and its rotation, metrics.
 *
 * <p>Nothing here logs. What a caller may log of a token is its reason code and, when it is
 * verified, its {@code jti}; never its text.
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.jwt;

import org.jspecify.annotations.NullMarked;
