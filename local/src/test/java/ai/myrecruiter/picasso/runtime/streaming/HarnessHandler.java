package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamHandler;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The function with the parts of a test, which it finds by the name in its environment. */
public final class HarnessHandler implements StreamHandler {
  static final Map<String, Parts> PARTS = new ConcurrentHashMap<>();
  private final StreamingFunction function;

  /** As the loop makes it. */
  public HarnessHandler(Map<String, String> environment, Consumer<String> log) {
    var parts = PARTS.get(Objects.requireNonNull(environment.get("HARNESS")));
    this.function = new StreamingFunction(environment, log, () -> Objects.requireNonNull(parts));
  }

  @Override
  public void handle(Invocation invocation, StreamResponse response) throws Exception {
    function.handle(invocation, response);
  }

  @Override
  public void close() {
    function.close();
  }
}
