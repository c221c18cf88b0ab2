package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.wire.QueryService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** {@link CloudWatchClient} for the calls that the product makes, answered by the stage. */
public final class StageCloudWatchClient {
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private StageCloudWatchClient() {}

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public static CloudWatchClient of(EventLoop loop, MetricStore metrics, Alarms alarms) {
    return LoudClient.of(CloudWatchClient.class, calls(loop, metrics, alarms));
  }

  /** The same calls in the protocol of AWS (Query). */
  public static WireService service(EventLoop loop, MetricStore metrics, Alarms alarms) {
    var operations = SdkOperations.of(calls(loop, metrics, alarms));
    return new QueryService(
        "CloudWatch",
        "http://monitoring.amazonaws.com/doc/2010-08-01/",
        "2010-08-01",
        MAX_BODY_BYTES,
        call -> operations);
  }

  private static Object[] calls(EventLoop loop, MetricStore metrics, Alarms alarms) {
    return new Object[] {
      new MetricCalls(loop, metrics), new AlarmCalls(loop, alarms, metrics.meter())
    };
  }
}
