package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.events.StageEvent;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** CloudWatch with a bus that keeps what is published; evaluation one second after a period. */
final class TestCloudWatch {
  final List<StageEvent> events = new ArrayList<>();
  final List<String> reports = new ArrayList<>();
  final MetricStore metrics;
  final EventBus bus;
  final CloudWatchClient client;

  TestCloudWatch(EventLoop loop) {
    this.metrics = new MetricStore(loop, Duration.ZERO);
    this.bus = new EventBus(loop, events::add, reports::add);
    var alarms = new Alarms(loop, metrics, bus, Duration.ofSeconds(1));
    this.client = StageCloudWatchClient.of(loop, metrics, alarms);
  }
}
