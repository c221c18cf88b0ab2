package ai.myrecruiter.picasso.runtime.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stream has sent so far, and how fast. */
final class Answer {
  private final StringBuilder text = new StringBuilder();
  private final Surrogates surrogates = new Surrogates();
  private final Sample latencies = new Sample();
  private final List<Instant> arrivals = new ArrayList<>();
  private final int mostCharacters;
  private final InstantSource clock;
  private Optional<Instant> firstSent = Optional.empty();
  private Optional<String> stopReason = Optional.empty();
  private Signal.Used used = new Signal.Used(0, 0, 0);
  private int tokens;

  Answer(int mostCharacters, InstantSource clock) {
    this.mostCharacters = mostCharacters;
    this.clock = clock;
  }

  /** Takes part of the answer and gives what can be sent of it. */
  String add(Signal.Text part) {
    var sendable = surrogates.next(part.text());
    if (!sendable.isEmpty()) {
      text.append(sendable);
      tokens++;
      arrivals.add(part.arrived());
    }
    return sendable;
  }

  /** All that was added has been sent. */
  void sent() {
    var now = clock.instant();
    if (!arrivals.isEmpty() && firstSent.isEmpty()) {
      firstSent = Optional.of(now);
    }
    arrivals.forEach(arrival -> latencies.add(Duration.between(arrival, now)));
    arrivals.clear();
  }

  void stopped(String reason) {
    stopReason = Optional.of(reason);
  }

  void used(Signal.Used cost) {
    used = cost;
  }

  Optional<String> stopReason() {
    return stopReason;
  }

  Signal.Used used() {
    return used;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean full() {
    return text.length() >= mostCharacters;
  }

  String text() {
    return text.toString();
  }

  int tokens() {
    return tokens;
  }

  Optional<Instant> firstSent() {
    return firstSent;
  }

  List<Duration> latencies() {
    return latencies.durations();
  }
}
