package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.ConversationTables;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class WatchTest {
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Limits LIMITS =
      new Limits(SOON, SOON, SOON, SOON, SOON, SOON, SOON, 1, 1, 1);

  private record Asked(Supplier<Standing> answer) implements Permit {
    @Override
    public ConversationKey conversation() {
      return ConversationKey.of("north", ConversationKey.newSession(new byte[24]));
    }

    @Override
    public Standing standing() {
      return answer.get();
    }
  }

  private static Signal firstSignal(Supplier<Standing> standing) throws InterruptedException {
    var signals = new LinkedBlockingQueue<Signal>();
    var clock = InstantSource.system();
    try (var tables = new ConversationTables();
        var _ =
            new Watch(
                    new Asked(standing),
                    new Cancellations(tables.client(), "no-such-table", clock),
                    new OpaqueId("0123456789abcdef0123456789abcdef"),
                    LIMITS,
                    clock,
                    signals)
                .start()) {
      return signals.poll(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void endsAStreamWhoseTokenIsRevokedAlsoWhenCancelCallsCannotBeRead() throws Exception {
    assertThat(firstSignal(() -> Standing.REVOKED)).isEqualTo(new Signal.Fallen(Standing.REVOKED));
  }

  @Test
  void endsAStreamThatItCannotWatchAnyMore() throws Exception {
    assertThat(
            firstSignal(() -> {
              throw new IllegalStateException("a defect");
            }))
        .isEqualTo(new Signal.Fallen(Standing.UNKNOWN));
  }
}
