package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** {@link EventBridgeClient} for the calls that the product makes, answered by the stage. */
public final class StageEventBridgeClient {
  private StageEventBridgeClient() {}

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public static EventBridgeClient of(EventLoop loop, EventBus bus) {
    return LoudClient.of(
        EventBridgeClient.class, new RuleCalls(loop, bus), new EventCalls(loop, bus));
  }
}
