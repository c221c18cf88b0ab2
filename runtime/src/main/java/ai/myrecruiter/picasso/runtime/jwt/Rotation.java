package ai.myrecruiter.picasso.runtime.jwt;

/** What presenting a refresh token comes to. */
public sealed interface Rotation permits Rotated, Rejection {}
