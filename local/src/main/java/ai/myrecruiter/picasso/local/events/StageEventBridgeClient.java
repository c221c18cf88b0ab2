package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.wire.JsonService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** {@link EventBridgeClient} for the calls that the product makes, answered by the stage. */
public final class StageEventBridgeClient {
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private StageEventBridgeClient() {}

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public static EventBridgeClient of(EventLoop loop, EventBus bus) {
    return LoudClient.of(EventBridgeClient.class, calls(loop, bus));
  }

  /** The same calls in the protocol of AWS (JSON 1.1). */
  public static WireService service(EventLoop loop, EventBus bus) {
    return JsonService.version11(
        "EventBridge", "AWSEvents.", MAX_BODY_BYTES, SdkOperations.of(calls(loop, bus)));
  }

  private static Object[] calls(EventLoop loop, EventBus bus) {
    return new Object[] {new RuleCalls(loop, bus), new EventCalls(loop, bus)};
  }
}
