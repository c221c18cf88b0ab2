package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** {@link CloudWatchClient} for the calls that the product makes, answered by the stage. */
public final class StageCloudWatchClient {
  private StageCloudWatchClient() {}

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public static CloudWatchClient of(EventLoop loop, MetricStore metrics, Alarms alarms) {
    return LoudClient.of(
        CloudWatchClient.class,
        new MetricCalls(loop, metrics),
        new AlarmCalls(loop, alarms, metrics.meter()));
  }
}
