package ai.myrecruiter.picasso.runtime.jwt;

/** A refused token or refresh token. */
public record Rejection(Reason reason) implements Verification, Rotation {}
