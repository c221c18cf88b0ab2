package ai.myrecruiter.picasso.runtime.telemetry;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Writes the log and the metrics of one function, one JSON object a line. Safe for several threads
 * if its sink is.
 */
public final class Telemetry {
  private final InstantSource clock;
  private final Origin origin;
  private final Consumer<String> sink;

  /**
   * Telemetry of one invocation, or of what happens between invocations.
   *
   * @param sink takes each line without its line break, such as {@code System.out::println} or the
   *     logger of a Lambda context
   */
  public Telemetry(InstantSource clock, Origin origin, Consumer<String> sink) {
    this.clock = clock;
    this.origin = origin;
    this.sink = sink;
  }

  /** Which version of which function this is, and for which invocation. */
  public Origin origin() {
    return origin;
  }

  /** Writes a line of the log. */
  public void log(LogLine line) {
    sink.accept(line.json(origin, clock.instant()));
  }

  /** Publishes measures; nothing is written if there are none. */
  public void publish(Measures measures) {
    EmbeddedMetrics.lines(origin, measures, clock.instant()).forEach(sink);
  }
}
