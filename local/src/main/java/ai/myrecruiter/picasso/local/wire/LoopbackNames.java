package ai.myrecruiter.picasso.local.wire;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which the stage may be called. */
final class LoopbackNames {
  /** What SDKs put before the host for calls that wait for an execution. */
  private static final String SYNC_PREFIX = "sync-";

  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "[::1]", "host.docker.internal");

  private LoopbackNames() {}

  /** A page of the web that was led here under another name is turned away. */
  static boolean include(@Nullable String host) {
    if (host == null) {
      return false;
    }
    int port = host.lastIndexOf(':');
    boolean bracketed = host.endsWith("]");
    var name = (port < 0 || bracketed ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(
        name.startsWith(SYNC_PREFIX) ? name.substring(SYNC_PREFIX.length()) : name);
  }
}
