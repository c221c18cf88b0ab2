package ai.myrecruiter.picasso.runtime.jwt;

/**
 * A refresh token was good: it is used up now, and this is its successor.
 *
 * @param session the session to issue a token for
 * @param epochs the epochs of its family; issue with these, so that a revocation that happens in
 *     between voids the token
 * @param next to be handed to the client
 */
public record Rotated(SessionId session, Epochs epochs, RefreshToken next) implements Rotation {}
