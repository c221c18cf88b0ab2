package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Runtime API's calls except for responses, on one connection that is kept. */
final class RuntimeApi implements Closeable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final byte[] NOTHING = {};
  private final String address;
  private @Nullable RuntimeConnection kept;

  /**
   * The API at an address; nothing is connected yet.
   *
   * @param address {@code host:port}, from {@code AWS_LAMBDA_RUNTIME_API}
   */
  RuntimeApi(String address) {
    this.address = address;
  }

  /** Waits for the next invocation, however long that takes. */
  Invocation next() {
    return Invocation.of(demand(200, "GET", "invocation/next", Map.of(), NOTHING));
  }

  /** A response to an invocation, on a connection of its own. */
  StreamResponse response(Invocation invocation) {
    return new StreamResponse(address, ROOT + "invocation/" + invocation.requestId() + "/response");
  }

  /** Fails an invocation whose response has not begun. */
  void error(Invocation invocation, ErrorReport error) {
    demand(202, "invocation/" + invocation.requestId() + "/error", error);
  }

  /** Reports that the function could not start. */
  void initError(ErrorReport error) {
    demand(202, "init/error", error);
  }

  /** Says that a snapshot may be taken, and returns in the process that was restored from it. */
  void restoreNext() {
    demand(200, "GET", "restore/next", Map.of(), NOTHING);
    close();
  }

  /** Reports that the function could not go on from its snapshot. */
  void restoreError(ErrorReport error) {
    demand(202, "restore/error", error);
  }

  private void demand(int status, String path, ErrorReport error) {
    demand(
        status,
        "POST",
        path,
        Map.of("Content-Type", "application/json", ERROR_TYPE, error.type()),
        error.json());
  }

  private HttpAnswer demand(
      int status, String method, String path, Map<String, String> headers, byte[] body) {
    try {
      var answer = connection().exchange(method, ROOT + path, headers, body);
      if (!answer.keepsConnection()) {
        close();
      }
      if (answer.status() != status) {
        throw new RuntimeApiException(
            "the Runtime API answered %d to %s".formatted(answer.status(), path));
      }
      return answer;
    } catch (IOException e) {
      throw new RuntimeApiException("the Runtime API is gone, at " + path, e);
    }
  }

  private RuntimeConnection connection() throws IOException {
    if (kept == null) {
      kept = RuntimeConnection.open(address);
    }
    return kept;
  }

  @Override
  public void close() {
    var open = kept;
    kept = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new RuntimeApiException("a connection could not be closed", e);
      }
    }
  }
}
