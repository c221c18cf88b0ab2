package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.RefreshTokens;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;

/**
 * The parts of token coordination, which share keys, table and counts.
 *
 * @param attempts also counted by the resolution of tenants
 */
record Tokens(
    TokenIssuer issuer,
    TokenVerifier verifier,
    RefreshTokens refresh,
    Revocations revocations,
    TokenMetrics metrics,
    CrossTenantAttempts attempts) {}
