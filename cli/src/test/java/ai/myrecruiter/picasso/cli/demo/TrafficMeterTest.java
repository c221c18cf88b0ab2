package ai.myrecruiter.picasso.cli.demo;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.view.ClientTraffic;
import ai.myrecruiter.picasso.local.traffic.Served;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrafficMeterTest {
  private static Map<String, Served> served(long old, long fresh, long bad) {
    return Map.of(
        "1", new Served(old, 0, Optional.empty()), "2", new Served(fresh, bad, Optional.empty()));
  }

  @Test
  void countsFromWhereItWasSet() {
    var meter = new TrafficMeter(served(100, 10, 5));

    assertThat(meter.read(served(100, 10, 5), at(0))).isEqualTo(new ClientTraffic(0, 0, 0));
    assertThat(meter.read(served(150, 20, 8), at(1))).isEqualTo(new ClientTraffic(60, 3, 60));
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    var meter = new TrafficMeter(served(0, 0, 0));
    meter.read(served(0, 0, 0), at(0));
    meter.read(served(1000, 0, 0), at(1));
    meter.read(served(1010, 0, 0), at(2));

    assertThat(meter.read(served(1020, 0, 0), at(3)).perSecond()).isEqualTo(10);
    assertThat(meter.read(served(1030, 0, 0), at(4)).perSecond()).isEqualTo(10);
  }
}
