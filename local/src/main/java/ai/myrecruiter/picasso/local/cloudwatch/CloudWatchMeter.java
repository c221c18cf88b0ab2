package ai.myrecruiter.picasso.local.cloudwatch;

/** Counts calls as CloudWatch charges them. To be used on the event loop only. */
public final class CloudWatchMeter {
  private long metrics;
  private long requests;

  CloudWatchMeter() {}

  /** Metrics that GetMetricData was asked for so far. */
  public long metricsRead() {
    return metrics;
  }

  /** Other calls so far, such as DescribeAlarms. */
  public long requests() {
    return requests;
  }

  void readMetrics(int count) {
    metrics += count;
  }

  void called() {
    requests++;
  }
}
