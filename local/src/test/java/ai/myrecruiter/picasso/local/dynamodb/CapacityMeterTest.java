package ai.myrecruiter.picasso.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class CapacityMeterTest {
  private final CapacityMeter meter = new CapacityMeter();

  @Test
  void aWriteCostsAUnitForEachKilobyteOfTheLargerItem() {
    meter.wrote(0, 1024);
    assertThat(meter.writeUnits()).isEqualTo(1);
    meter.wrote(0, 1025);
    assertThat(meter.writeUnits()).isEqualTo(3);
    meter.wrote(4096, 10);
    assertThat(meter.writeUnits()).isEqualTo(7);
  }

  @Test
  void aReadCostsAUnitForEachFourKilobytesTogetherAndHalfWhenItNeedNotBeConsistent() {
    meter.read(4096, true);
    assertThat(meter.readUnits()).isEqualByComparingTo("1");
    meter.read(4096, false);
    assertThat(meter.readUnits()).isEqualByComparingTo("1.5");
    meter.read(2048 + 2049, true);
    assertThat(meter.readUnits()).isEqualByComparingTo("3.5");
    meter.read(0, false);
    assertThat(meter.readUnits()).as("nothing found costs too").isEqualByComparingTo("4");
  }

  @Test
  void bytesAreCountedNotCharacters() {
    var item = StoredItem.of(Map.of("k", AttributeValue.fromS("ä".repeat(600))));
    assertThat(item.size()).isEqualTo(1201);
    meter.wrote(0, item.size());
    assertThat(meter.writeUnits()).isEqualTo(2);
  }
}
