package ai.myrecruiter.picasso.runtime.streaming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** At most a hundred durations of many, evenly spread, as one line of metrics takes. */
final class Sample {
  private static final int MOST = 100;
  private final List<Duration> kept = new ArrayList<>();
  private long seen;
  private long stride = 1;

  void add(Duration duration) {
    if (seen++ % stride != 0) {
      return;
    }
    if (kept.size() == MOST) {
      thin();
      if ((seen - 1) % stride != 0) {
        return;
      }
    }
    kept.add(duration.isNegative() ? Duration.ZERO : duration);
  }

  private void thin() {
    for (int i = MOST - 1; i > 0; i -= 2) {
      kept.remove(i);
    }
    stride *= 2;
  }

  List<Duration> durations() {
    return List.copyOf(kept);
  }
}
