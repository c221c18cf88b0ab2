package ai.myrecruiter.picasso.runtime.bootstrap;

/**
 * The function that the loop runs. An implementation has a public constructor that takes the
 * environment variables, {@code Map<String, String>}, and where log lines go, {@code
 * Consumer<String>}.
 */
public interface StreamHandler extends AutoCloseable {
  /**
   * Serves one invocation. What it throws before the response has begun fails the invocation; what
   * it throws later ends the response with error trailers.
   */
  void handle(Invocation invocation, StreamResponse response) throws Exception;

  /** Loads and runs what an invocation needs, before a snapshot is taken. */
  default void prime() throws Exception {}

  @Override
  void close();
}
