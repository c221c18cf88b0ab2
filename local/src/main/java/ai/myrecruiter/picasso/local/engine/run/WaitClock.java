package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.WaitState.Until;
import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import ai.myrecruiter.picasso.local.engine.data.Timestamps;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;

/** When a Wait is over. */
record WaitClock(EventLoop loop) {
  /** The longest wait that the service takes, seen in its answers: 2^31 - 1 seconds, 68 years. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  Instant end(Until until, Scope scope) {
    var end =
        switch (until) {
          case Until.After(var seconds) -> loop.now().plusSeconds(seconds.in(scope));
          case Until.Moment(var instant) -> instant;
          case Until.MomentAt(var path) -> {
            var value = path.require(scope, "TimestampPath");
            yield Timestamps.parse(value.asText())
                .orElseThrow(() ->
                    DataFailure.runtime(
                        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: %s == %s"
                            .formatted(path.text(), Json.write(value))));
          }
        };
    if (Duration.between(loop.now(), end).compareTo(LONGEST) > 0) {
      throw DataFailure.runtime("Wait state delay is too long.");
    }
    return end;
  }
}
