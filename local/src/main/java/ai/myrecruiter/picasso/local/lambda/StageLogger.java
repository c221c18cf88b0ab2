package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what one invocation logs; the code may log from any thread. */
final class StageLogger implements LambdaLogger {
  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void log(String message) {
    message.lines().forEach(lines::add);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
