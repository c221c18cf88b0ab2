package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The log lines of invocations whose callers want to see them; kept while such callers wait. */
final class LogTails {
  private static final int MAX_BYTES = 4096;
  private final Map<String, List<String>> lines = new HashMap<>();
  private int waiting;

  /** A caller begins to wait. */
  void watch() {
    waiting++;
  }

  void accept(LogLine line) {
    if (waiting > 0) {
      lines.computeIfAbsent(line.requestId(), id -> new ArrayList<>()).add(line.text());
    }
  }

  /** The caller has its answer, or none. */
  void unwatch() {
    if (--waiting == 0) {
      lines.clear();
    }
  }

  /** The last 4 KB of an invocation's log, in base 64, as the service gives them. */
  String tail(LambdaAnswer answer, Duration took) {
    var id = answer.requestId();
    var log = new StringBuilder();
    log.append("START RequestId: %s Version: %s\n".formatted(id, answer.executedVersion()));
    Optional.ofNullable(lines.get(id))
        .ifPresent(all -> all.forEach(line -> log.append(line).append('\n')));
    log.append("END RequestId: %s\n".formatted(id));
    log.append(
        String.format(
            Locale.ROOT, "REPORT RequestId: %s\tDuration: %.2f ms\n", id, took.toNanos() / 1e6));
    var bytes = log.toString().getBytes(StandardCharsets.UTF_8);
    int from = Math.max(0, bytes.length - MAX_BYTES);
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
