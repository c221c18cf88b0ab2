package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The price of every meter in a region on a day.
 *
 * @param region such as {@code us-east-1}
 * @param currency such as {@code USD}
 * @param asOf the day on which the prices were true
 * @param prices one for each meter
 */
public record PriceList(String region, String currency, LocalDate asOf, Map<Meter, Price> prices) {
  /** Refuses a list without the price of a meter. */
  public PriceList {
    var all = new EnumMap<Meter, Price>(Meter.class);
    all.putAll(prices);
    InvalidInput.when(
        List.of(Meter.values()).stream()
            .filter(meter -> !all.containsKey(meter))
            .map(PriceListReader::missing)
            .toList());
    prices = all;
  }

  /** The price of a meter. */
  public Price of(Meter meter) {
    return Objects.requireNonNull(prices.get(meter), "the constructor has seen to it");
  }
}
