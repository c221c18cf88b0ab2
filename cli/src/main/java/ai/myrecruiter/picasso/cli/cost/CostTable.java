package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.output.Wrapping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An estimate for people. */
final class CostTable {
  private static final int WIDTH = 100;
  private static final int CENTS = 2;
  private static final int FINE = 4;

  private CostTable() {}

  /** The lines. */
  static List<String> of(CostData data) {
    var lines = new ArrayList<String>();
    lines.add("Environment  " + data.environment());
    lines.add(
        "Prices       %s, %s, as of %s (%s)"
            .formatted(
                data.prices().region(),
                data.prices().currency(),
                data.prices().asOf(),
                data.prices().file()));
    lines.add(
        "             no tax, no discount; what an account has for nothing is %s"
            .formatted(data.freeUnits() ? "left out of the month" : "not left out"));
    lines.add("Plan         " + data.plan());
    part(data.month(), lines);
    part(data.rollout(), lines);
    part(data.audit(), lines);
    lines.addAll(Wrapping.wrap(data.auditNote(), WIDTH));
    assumptions(data, lines);
    free(data, lines);
    data.findings().forEach(finding -> lines.add(finding.line()));
    return lines;
  }

  private static void part(CostData.Part part, List<String> lines) {
    lines.add("");
    lines.add(part.title().toUpperCase(Locale.ROOT));
    var table = new TextTable("AMOUNT", "RESOURCE", "QUANTITY", "UNIT", "PRICE", "BECAUSE");
    for (var line : part.lines()) {
      table.row(
          money(line.amount()),
          line.resource(),
          number(line.quantity())
              + (line.free().equals("0") ? "" : " (%s free)".formatted(number(line.free()))),
          line.unit(),
          line.per().equals("1") ? line.price() : line.price() + " / " + number(line.per()),
          line.basis());
    }
    table.row(money(part.total()), "total", "", "", "", "");
    lines.addAll(table.lines());
  }

  private static void assumptions(CostData data, List<String> lines) {
    lines.add("");
    var table = new TextTable("ASSUMED", "VALUE", "", "WHAT");
    for (var one : data.assumptions()) {
      table.row(
          "--" + one.name(),
          number(one.value()),
          one.isDefault() ? "default" : "given",
          one.text());
    }
    lines.addAll(table.lines());
  }

  private static void free(CostData data, List<String> lines) {
    lines.add("");
    var table = new TextTable("FREE", "COUNT", "WHY");
    for (var type : data.free()) {
      table.row(type.type(), Long.toString(type.count()), type.reason());
    }
    lines.addAll(table.lines());
  }

  /** Cents from one on; below, four digits after the point, as less would say nothing. */
  private static String money(String amount) {
    var exact = new BigDecimal(amount);
    var digits = exact.compareTo(BigDecimal.ONE) < 0 ? FINE : CENTS;
    return String.format(
        Locale.ROOT, "%,." + digits + "f", exact.setScale(digits, RoundingMode.HALF_UP));
  }

  private static String number(String quantity) {
    var exact = new BigDecimal(quantity);
    var shown =
        exact.setScale(
            exact.abs().compareTo(BigDecimal.ONE) < 0 ? FINE : CENTS, RoundingMode.HALF_UP);
    var plain = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }
}
