package ai.myrecruiter.picasso.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class CapacityMeterTest {
  private final CapacityMeter meter = new CapacityMeter();

  /** An item of a size: the name has one byte. */
  private static Map<String, AttributeValue> item(int bytes) {
    return Map.of("k", AttributeValue.fromS("x".repeat(bytes - 1)));
  }

  @Test
  void aWriteCostsAUnitForEachKilobyteOfTheLargerItem() {
    meter.wrote(Map.of(), item(1024));
    assertThat(meter.writeUnits()).isEqualTo(1);
    meter.wrote(Map.of(), item(1025));
    assertThat(meter.writeUnits()).isEqualTo(3);
    meter.wrote(item(4096), item(10));
    assertThat(meter.writeUnits()).isEqualTo(7);
  }

  @Test
  void aReadCostsAUnitForEachFourKilobytesTogetherAndHalfWhenItNeedNotBeConsistent() {
    meter.read(List.of(item(4096)), true);
    assertThat(meter.readUnits()).isEqualByComparingTo("1");
    meter.read(List.of(item(4096)), false);
    assertThat(meter.readUnits()).isEqualByComparingTo("1.5");
    meter.read(List.of(item(2048), item(2049)), true);
    assertThat(meter.readUnits()).isEqualByComparingTo("3.5");
    meter.read(List.of(), false);
    assertThat(meter.readUnits()).as("nothing found costs too").isEqualByComparingTo("4");
  }

  @Test
  void bytesAreCountedNotCharacters() {
    meter.wrote(Map.of(), Map.of("k", AttributeValue.fromS("ä".repeat(600))));
    assertThat(meter.writeUnits()).isEqualTo(2);
  }
}
