package ai.myrecruiter.picasso.local.runtimeapi;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The states of one execution environment; every change is checked. */
final class Session {
  private final CompletableFuture<State> started = new CompletableFuture<>();
  private State state = State.INIT;
  private @Nullable Offer current;
  private Optional<FunctionFailure> failure = Optional.empty();

  synchronized State state() {
    return state;
  }

  /** Completes when the function waits for work or a restore, or has failed to start. */
  CompletableFuture<State> started() {
    return started;
  }

  /** The function asks for work: whatever it did before has ended. */
  synchronized void ready() throws ApiError {
    if (state == State.INVOKED || state == State.RESPONDING || state == State.RESTORING) {
      throw ApiError.state("next is refused: the environment is " + state);
    }
    finish();
    change(State.READY);
  }

  synchronized void invoked(Offer offer) {
    current = offer;
    failure = Optional.empty();
    change(State.INVOKED);
  }

  synchronized Offer respond(String requestId) throws ApiError {
    var offer = current(requestId);
    if (state != State.INVOKED) {
      throw ApiError.state("a response is refused: the invocation is " + state);
    }
    change(State.RESPONDING);
    return offer;
  }

  synchronized void responded(Optional<FunctionFailure> how) {
    failure = how;
    change(State.RESPONDED);
  }

  synchronized Offer fail(String requestId, FunctionFailure how) throws ApiError {
    var offer = current(requestId);
    if (state != State.INVOKED) {
      throw ApiError.state("an error is refused: the invocation is " + state);
    }
    failure = Optional.of(how);
    change(State.RESPONDED);
    return offer;
  }

  private Offer current(String requestId) throws ApiError {
    if (current == null || !current.requestId().equals(requestId)) {
      throw ApiError.badRequest("InvalidRequestID", "no such invocation runs");
    }
    return current;
  }

  synchronized void initFailed() throws ApiError {
    if (state != State.INIT) {
      throw ApiError.state("an error at start is refused: the environment is " + state);
    }
    change(State.FAILED);
  }

  synchronized void restoring() throws ApiError {
    if (state != State.INIT) {
      throw ApiError.state("a restore is refused: the environment is " + state);
    }
    change(State.RESTORING);
  }

  synchronized void restored() {
    change(State.RESTORED);
  }

  synchronized void restoreFailed() throws ApiError {
    if (state != State.RESTORED) {
      throw ApiError.state("an error at restore is refused: the environment is " + state);
    }
    change(State.FAILED);
  }

  /** The function is gone; an invocation that runs ends with it. */
  synchronized Optional<Offer> gone() {
    boolean lost = state == State.INVOKED || state == State.RESPONDING;
    var offer = Optional.ofNullable(current);
    if (lost) {
      failure = Optional.of(new FunctionFailure("Runtime.ExitError", ""));
    }
    finish();
    change(State.FAILED);
    return lost ? offer : Optional.empty();
  }

  private void finish() {
    if (current != null) {
      current.ended().complete(failure);
      current = null;
    }
  }

  private void change(State next) {
    state = next;
    if (next == State.READY || next == State.RESTORING || next == State.FAILED) {
      started.complete(next);
    }
  }
}
