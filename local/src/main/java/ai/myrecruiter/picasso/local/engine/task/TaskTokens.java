package ai.myrecruiter.picasso.local.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The tokens that tasks have given out, and who waits for them. */
public final class TaskTokens {
  private static final int BYTES = 48;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{64}");
  private final RandomGenerator random;
  private final Map<String, Holder> waiting = new HashMap<>();
  private final Set<String> issued = new HashSet<>();

  /** No tokens yet; their values come from the seeded randomness of the loop. */
  public TaskTokens(RandomGenerator random) {
    this.random = random;
  }

  /** A task that waits for its token. */
  public interface Holder {
    /** The task is done. */
    void succeed(JsonNode output);

    /** The task failed. */
    void fail(Optional<String> error, Optional<String> cause);

    /** The task is alive. */
    void heartbeat();
  }

  /** A new token for a task. */
  public String issue(Holder holder) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().encodeToString(bytes);
    issued.add(token);
    waiting.put(token, holder);
    return token;
  }

  /** The task no longer waits. */
  public void revoke(String token) {
    waiting.remove(token);
  }

  /** Who waits for a token, or nothing when nobody does any more or ever did. */
  public Optional<Holder> holder(String token) {
    return Optional.ofNullable(waiting.get(token));
  }

  /** Whether a text has the form of a token, of this stage or another. */
  public static boolean isWellFormed(String token) {
    return FORM.matcher(token).matches();
  }

  /** Whether a token was ever given out. */
  public boolean isKnown(String token) {
    return issued.contains(token);
  }
}
