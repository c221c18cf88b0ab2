package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.IOException;
import java.util.function.Consumer;

/** Takes invocations one by one, until the Runtime API ends. */
final class RuntimeLoop {
  private static final int ACCEPTED = 202;
  private static final int NOT_RECOVERABLE = 500;
  private final RuntimeApi api;
  private final StreamHandler handler;
  private final Consumer<String> log;

  RuntimeLoop(RuntimeApi api, StreamHandler handler, Consumer<String> log) {
    this.api = api;
    this.handler = handler;
    this.log = log;
  }

  /** Runs for as long as there are invocations. */
  void run() {
    while (!Thread.currentThread().isInterrupted()) {
      serve(api.next());
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever escapes a handler is a failed invocation
  private void serve(Invocation invocation) {
    var response = api.response(invocation);
    try {
      handler.handle(invocation, response);
      if (!response.begun()) {
        throw new StreamFailure("no_response");
      }
    } catch (Throwable thrown) {
      failed(invocation, response, ErrorReport.of(thrown));
      return;
    }
    end(invocation, response::finish, response);
  }

  private void failed(Invocation invocation, StreamResponse response, ErrorReport error) {
    log(invocation, error.type());
    if (response.begun()) {
      end(invocation, () -> response.fail(error), response);
    } else {
      api.error(invocation, error);
    }
  }

  private interface End {
    HttpAnswer send() throws IOException;
  }

  private void end(Invocation invocation, End end, StreamResponse response) {
    int status;
    try {
      status = end.send().status();
    } catch (IOException cut) {
      abandon(response);
      log(invocation, "Runtime.ResponseCut");
      return;
    }
    if (status == NOT_RECOVERABLE) {
      throw new RuntimeApiException("the Runtime API answered 500 to a response");
    }
    if (status != ACCEPTED) {
      log(invocation, "Runtime.ResponseRefused" + status);
    }
  }

  private static void abandon(StreamResponse response) {
    try {
      response.abandon();
    } catch (IOException e) {
      throw new RuntimeApiException("a response's connection could not be closed", e);
    }
  }

  private void log(Invocation invocation, String type) {
    log.accept(
        "{\"level\":\"ERROR\",\"event\":\"invocation_failed\",\"requestId\":%s,\"errorType\":%s}"
            .formatted(JsonText.quote(invocation.requestId()), JsonText.quote(type)));
  }
}
