package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.InstantSource;
import java.util.Queue;

/**
 * Asks beside a stream whether it may go on: its token's revocations, and cancel calls. A thread of
 * its own, so that a slow table delays no token.
 */
final class Watch implements AutoCloseable {
  private final Permit permit;
  private final Cancellations cancellations;
  private final OpaqueId requestId;
  private final Limits limits;
  private final InstantSource clock;
  private final Queue<Signal> signals;
  private final Thread thread;

  Watch(
      Permit permit,
      Cancellations cancellations,
      OpaqueId requestId,
      Limits limits,
      InstantSource clock,
      Queue<Signal> signals) {
    this.permit = permit;
    this.cancellations = cancellations;
    this.requestId = requestId;
    this.limits = limits;
    this.clock = clock;
    this.signals = signals;
    this.thread = Thread.ofVirtual().name("stream-watch").unstarted(this::run);
  }

  Watch start() {
    thread.start();
    return this;
  }

  private void run() {
    var recheck = clock.instant().plus(limits.recheck());
    try {
      while (true) {
        Thread.sleep(limits.cancelPoll());
        if (cancellations.requested(permit.conversation(), requestId)) {
          signals.add(new Signal.Cancelled());
          return;
        }
        if (!clock.instant().isBefore(recheck)) {
          recheck = clock.instant().plus(limits.recheck());
          if (fallen()) {
            return;
          }
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException defect) {
      signals.add(new Signal.Fallen(Standing.UNKNOWN)); // unwatched, no stream goes on
    }
  }

  private boolean fallen() {
    var standing = permit.standing();
    if (standing == Standing.IN_FORCE) {
      return false;
    }
    signals.add(new Signal.Fallen(standing));
    return true;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
