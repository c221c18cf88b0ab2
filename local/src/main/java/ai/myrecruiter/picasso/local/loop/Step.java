package ai.myrecruiter.picasso.local.loop;

import java.time.Instant;

/** A step in the queue; ordered by instant, then by arrival. */
final class Step implements Comparable<Step>, Timer {
  final Instant instant;
  private final long sequence;
  private final Runnable body;
  private volatile boolean cancelled;

  Step(Instant instant, long sequence, Runnable body) {
    this.instant = instant;
    this.sequence = sequence;
    this.body = body;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void run() {
    if (!cancelled) {
      body.run();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public int compareTo(Step other) {
    int byInstant = instant.compareTo(other.instant);
    return byInstant != 0 ? byInstant : Long.compare(sequence, other.sequence);
  }
}
