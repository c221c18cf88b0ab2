package ai.myrecruiter.picasso.workflows.cost;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lines and what they cost together.
 *
 * @param title what of
 * @param lines each
 * @param total their sum, exactly
 */
public record Section(String title, List<Line> lines, BigDecimal total) {
  /** Copies the lines. */
  public Section {
    lines = List.copyOf(lines);
  }

  /**
   * Charges usages in their order: free units and the steps of a price go by all units of a meter
   * together.
   *
   * @param free whether the units that an account has for nothing are left out
   */
  static Section charge(String title, List<Usage> usages, PriceList prices, boolean free) {
    var before = new EnumMap<Meter, BigDecimal>(Meter.class);
    var lines =
        usages.stream().map(usage -> line(usage, prices.of(usage.meter()), before, free)).toList();
    var total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Section(title, lines, total);
  }

  private static Line line(Usage usage, Price price, Map<Meter, BigDecimal> before, boolean free) {
    var allowance = free ? price.free() : BigDecimal.ZERO;
    var from = Objects.requireNonNullElse(before.get(usage.meter()), BigDecimal.ZERO);
    var to = from.add(usage.quantity());
    before.put(usage.meter(), to);
    var paidFrom = from.subtract(allowance).max(BigDecimal.ZERO);
    var paidTo = to.subtract(allowance).max(BigDecimal.ZERO);
    return new Line(
        usage.resource(),
        usage.meter(),
        usage.quantity(),
        usage.meter().unit(),
        usage.quantity().subtract(paidTo.subtract(paidFrom)),
        price.price(),
        price.per(),
        price.between(paidFrom, paidTo),
        usage.basis());
  }
}
