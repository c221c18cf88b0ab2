package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.view.ClientTraffic;
import ai.myrecruiter.picasso.local.traffic.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Makes totals and a rate of what clients got, since the meter was set. */
final class TrafficMeter {
  private static final Duration WINDOW = Duration.ofSeconds(2);
  private final long sentBefore;
  private final long badBefore;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, long sent) {}

  TrafficMeter(Map<String, Served> before) {
    this.sentBefore = sent(before);
    this.badBefore = bad(before);
  }

  /** The totals now, and the rate over the last two seconds. */
  ClientTraffic read(Map<String, Served> now, Instant at) {
    var sent = sent(now) - sentBefore;
    samples.addLast(new Sample(at, sent));
    while (samples.size() > 2 && samples.getFirst().at().isBefore(at.minus(WINDOW))) {
      samples.removeFirst();
    }
    return new ClientTraffic(sent, bad(now) - badBefore, perSecond(at, sent));
  }

  private double perSecond(Instant at, long sent) {
    var oldest = samples.getFirst();
    var millis = Duration.between(oldest.at(), at).toMillis();
    return millis == 0 ? 0 : (sent - oldest.sent()) * 1000.0 / millis;
  }

  private static long sent(Map<String, Served> served) {
    return served.values().stream().mapToLong(Served::requests).sum();
  }

  private static long bad(Map<String, Served> served) {
    return served.values().stream().mapToLong(Served::bad).sum();
  }
}
