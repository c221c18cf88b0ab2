package ai.myrecruiter.picasso.runtime.jwt;

/** What verifying a token comes to. */
public sealed interface Verification permits VerifiedToken, Rejection {}
