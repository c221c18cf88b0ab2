package ai.myrecruiter.picasso.local.lambda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the stage does to the invocations of one version.
 *
 * @param errorRate share of invocations that fail before the code runs, 0 to 1
 * @param throttleRate share of invocations that are refused, 0 to 1
 * @param latency added before the code runs
 * @param emissions metrics recorded as if the code had published them
 */
public record VersionFaults(
    double errorRate, double throttleRate, Duration latency, List<Emission> emissions) {
  /** No fault. */
  public static final VersionFaults NONE = new VersionFaults(0, 0, Duration.ZERO, List.of());

  /**
   * A count metric of the payload, recorded for a share of the invocations under the payload's
   * dimension sets.
   *
   * @param rate share of the invocations, 0 to 1
   */
  public record Emission(String namespace, String metric, double rate) {
    /** Checks the rate. */
    public Emission {
      checkRate("emission of " + metric, rate);
    }
  }

  /** Checks rates and latency. */
  public VersionFaults {
    checkRate("error rate", errorRate);
    checkRate("throttle rate", throttleRate);
    if (latency.isNegative()) {
      throw new IllegalArgumentException(
          "added latency %s is negative: give zero or more".formatted(latency));
    }
    emissions = List.copyOf(emissions);
  }

  private static void checkRate(String what, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "%s %s is not a share: give a number from 0 to 1".formatted(what, rate));
    }
  }

  /** The same with a share of invocations that fail. */
  public VersionFaults withErrorRate(double rate) {
    return new VersionFaults(rate, throttleRate, latency, emissions);
  }

  /** The same with a share of invocations that are throttled. */
  public VersionFaults withThrottleRate(double rate) {
    return new VersionFaults(errorRate, rate, latency, emissions);
  }

  /** The same with latency added to every invocation. */
  public VersionFaults withLatency(Duration added) {
    return new VersionFaults(errorRate, throttleRate, added, emissions);
  }

  /** The same with one more metric recorded for a share of the invocations. */
  public VersionFaults withEmission(String namespace, String metric, double rate) {
    var more = new ArrayList<>(emissions);
    more.add(new Emission(namespace, metric, rate));
    return new VersionFaults(errorRate, throttleRate, latency, more);
  }
}
