package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.Fields;
import ai.myrecruiter.picasso.workflows.plan.PlanDocument;
import ai.myrecruiter.picasso.workflows.plan.Range;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a price list from a YAML or JSON document and reports everything that is wrong with it at
 * once. Prices are texts: an unquoted number would be read as floating point.
 */
public final class PriceListReader {
  private static final Range<String> DECIMAL =
      range(
          "[0-9]{1,15}(\\.[0-9]{1,15})?",
          "must be a decimal number of zero or more, in quotes",
          "write it like \"0.20\"");
  private static final Range<String> POWER =
      range("10{0,9}", "must be a power of ten, in quotes", "write \"1\", \"1000\" or \"1000000\"");
  private static final Range<String> REGION =
      range("[a-z]{2}(-[a-z]+)+-[0-9]", "must name an AWS region", "write it like us-east-1");
  private static final Range<String> CURRENCY =
      range("[A-Z]{3}", "must be a currency in three letters", "write it like USD");
  private static final Range<String> SOURCE =
      range(".{3,200}", "must say where the price was read", "name page, region and day");
  private static final Range<String> DAY =
      new Range<>(
          PriceListReader::isDay,
          Function.identity(),
          "must be a day, in quotes",
          "write it like \"2025-12-01\"");

  private final List<Finding> findings = new ArrayList<>();

  private PriceListReader() {}

  /**
   * The prices of a document.
   *
   * @throws InvalidInput with every finding
   */
  public static PriceList read(String text) {
    var reader = new PriceListReader();
    var document =
        new PlanDocument(reader.findings, "a price list", "write region, currency, asOf and prices")
            .read(text);
    var list = document.flatMap(tree -> reader.list(new Fields("$", tree, reader.findings)));
    InvalidInput.when(PlanDocument.bounded(reader.findings));
    return list.orElseThrow();
  }

  private Optional<PriceList> list(Fields list) {
    var region = list.text("region", REGION);
    var currency = list.text("currency", CURRENCY);
    var day = list.text("asOf", DAY);
    var prices = list.part("prices").map(this::prices);
    list.refuseUnknown();
    return findings.isEmpty()
        ? Optional.of(
            new PriceList(
                region.orElseThrow(),
                currency.orElseThrow(),
                LocalDate.parse(day.orElseThrow()),
                prices.orElseThrow()))
        : Optional.empty();
  }

  private Map<Meter, Price> prices(Fields all) {
    var prices = new EnumMap<Meter, Price>(Meter.class);
    for (var meter : Meter.values()) {
      all.part(meter.id())
          .flatMap(price -> price(meter, price))
          .ifPresent(price -> prices.put(meter, price));
    }
    all.refuseUnknown();
    return prices;
  }

  private Optional<Price> price(Meter meter, Fields fields) {
    var before = findings.size();
    var price = decimal(fields, "price");
    var per = fields.text("per", POWER).map(BigDecimal::new);
    var free = fields.optionalText("free", DECIMAL).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    var source = fields.text("source", SOURCE);
    var above = fields.names().contains("above") ? steps(fields) : List.<Price.Step>of();
    fields.refuseUnknown();
    if (findings.size() > before) {
      return Optional.empty();
    }
    return checked(() ->
        new Price(
            meter, price.orElseThrow(), per.orElseThrow(), free, above, source.orElseThrow()));
  }

  private Optional<Price> checked(Supplier<Price> price) {
    try {
      return Optional.of(price.get());
    } catch (InvalidInput refused) {
      findings.addAll(refused.findings());
      return Optional.empty();
    }
  }

  private static List<Price.Step> steps(Fields fields) {
    return fields.parts("above").stream()
        .flatMap(Optional::stream)
        .map(PriceListReader::step)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Price.Step> step(Fields fields) {
    var from = decimal(fields, "from");
    var price = decimal(fields, "price");
    fields.refuseUnknown();
    return from.isPresent() && price.isPresent()
        ? Optional.of(new Price.Step(from.get(), price.get()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(Fields fields, String name) {
    return fields.text(name, DECIMAL).map(BigDecimal::new);
  }

  static Finding missing(Meter meter) {
    return new Finding("$.prices." + meter.id(), "nothing", "must be a mapping", "add it");
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  private static Range<String> range(String pattern, String rule, String fix) {
    return new Range<>(text -> text.matches(pattern), Function.identity(), rule, fix);
  }
}
