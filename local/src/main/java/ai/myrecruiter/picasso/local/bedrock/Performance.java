package ai.myrecruiter.picasso.local.bedrock;

import ai.myrecruiter.picasso.local.wire.WireReply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** Plays the steps of one answer on the real clock. */
final class Performance {
  private final WireReply reply;
  private final LongAdder bytesSent;

  Performance(WireReply reply, LongAdder bytesSent) {
    this.reply = reply;
    this.bytesSent = bytesSent;
  }

  void play(List<StreamStep> steps) throws IOException {
    reply.begin(200, Map.of("Content-Type", "application/vnd.amazon.eventstream"));
    for (var step : steps) {
      switch (step) {
        case StreamStep.Pause(Duration time) -> pause(time);
        case StreamStep.Await(Semaphore turns) -> await(turns);
        case StreamStep.Send(byte[] bytes) -> {
          reply.chunk(bytes);
          bytesSent.add(bytes.length);
        }
        case StreamStep.Cut() -> {
          reply.cut();
          return;
        }
        case StreamStep.End() -> {
          reply.end();
          return;
        }
      }
    }
    reply.end();
  }

  private static void await(Semaphore turns) throws IOException {
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the stage ends", e);
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the stage ends", e);
    }
  }
}
