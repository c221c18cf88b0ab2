package ai.myrecruiter.picasso.runtime.streaming;

import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * One call of the model. Asks for no more events than the writer has room for, so that a slow
 * reader stops the socket to the model and nothing piles up.
 */
final class Attempt implements Subscriber<ConverseStreamOutput> {
  private final int number;
  private final int window;
  private final BlockingQueue<Signal> signals;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
  private volatile @Nullable CompletableFuture<Void> call;
  private volatile boolean cancelled;

  Attempt(int number, int window, BlockingQueue<Signal> signals, InstantSource clock) {
    this.number = number;
    this.window = window;
    this.signals = signals;
    this.clock = clock;
  }

  int number() {
    return number;
  }

  /**
   * Starts the call on a thread of its own: making a client takes long when it is the first, and
   * the writer has heartbeats to send meanwhile.
   */
  void start(Model model, Asked asked) {
    Thread.ofVirtual()
        .name("model-call")
        .start(() -> {
          try {
            call(model, asked);
          } catch (RuntimeException unusable) {
            onError(unusable);
          }
        });
  }

  private void call(Model model, Asked asked) {
    if (cancelled) {
      return;
    }
    var handler =
        ConverseStreamResponseHandler.builder()
            .onEventStream((SdkPublisher<ConverseStreamOutput> events) -> events.subscribe(this))
            .onError(this::onError)
            .build();
    var started = model.converse(asked, handler);
    call = started;
    if (cancelled) {
      started.cancel(true);
    }
    var _ =
        started.whenComplete((nothing, thrown) -> {
          if (thrown != null) {
            onError(thrown);
          }
        });
  }

  @Override
  public void onSubscribe(Subscription subscribed) {
    subscription.set(subscribed);
    if (cancelled) {
      subscribed.cancel();
    } else {
      subscribed.request(window);
    }
  }

  @Override
  public void onNext(ConverseStreamOutput event) {
    if (!cancelled) {
      signals.add(signal(event));
    }
  }

  private Signal signal(ConverseStreamOutput event) {
    return switch (event.sdkEventType()) {
      case CONTENT_BLOCK_DELTA -> text(ModelEvents.text(event));
      case MESSAGE_STOP -> new Signal.Stopped(number, ModelEvents.stopReason(event));
      case METADATA -> ModelEvents.used(number, event);
      case MESSAGE_START, CONTENT_BLOCK_START, CONTENT_BLOCK_STOP, UNKNOWN_TO_SDK_VERSION ->
          text("");
    };
  }

  private Signal text(String text) {
    return new Signal.Text(number, text, clock.instant());
  }

  /** Lets the model send as many events more as were taken from the queue. */
  void taken(int events) {
    var open = subscription.get();
    if (open != null && events > 0) {
      open.request(events);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    signals.add(new Signal.Failed(number, thrown));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.Ended(number));
  }

  /** Ends the call; the connection to the model is closed. */
  void cancel() {
    cancelled = true;
    var open = subscription.get();
    if (open != null) {
      open.cancel();
    }
    var running = call;
    if (running != null) {
      running.cancel(true);
    }
  }
}
