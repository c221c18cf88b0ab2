package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.cost.Assumption;
import ai.myrecruiter.picasso.workflows.cost.Assumptions;
import ai.myrecruiter.picasso.workflows.cost.Estimate;
import ai.myrecruiter.picasso.workflows.cost.Line;
import ai.myrecruiter.picasso.workflows.cost.PriceList;
import ai.myrecruiter.picasso.workflows.cost.Section;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * An estimate as data. Numbers are decimal texts, so that no reader makes floating point of them.
 *
 * @param environment that was estimated
 * @param prices which, of when
 * @param freeUnits whether what an account has for nothing is left out of the month
 * @param plan name of the plan whose rollout is counted
 * @param assumptions every one
 * @param month the month
 * @param rollout one rollout
 * @param audit one purge audit
 * @param auditNote what is to be said of the audit
 * @param free types that cost nothing
 * @param findings what the estimate does not know
 */
record CostData(
    String environment,
    Prices prices,
    boolean freeUnits,
    String plan,
    List<Assumed> assumptions,
    Part month,
    Part rollout,
    Part audit,
    String auditNote,
    List<Estimate.FreeType> free,
    List<Finding> findings) {
  record Prices(String file, String region, String currency, String asOf) {}

  record Assumed(String name, String value, boolean isDefault, String text) {}

  record Part(String title, String total, List<Item> lines) {
    static Part of(Section section) {
      return new Part(
          section.title(), plain(section.total()), section.lines().stream().map(Item::of).toList());
    }
  }

  record Item(
      String resource,
      String meter,
      String quantity,
      String unit,
      String free,
      String price,
      String per,
      String amount,
      String basis) {
    static Item of(Line line) {
      return new Item(
          line.resource(),
          line.meter().id(),
          plain(line.quantity()),
          line.unit(),
          plain(line.free()),
          plain(line.price()),
          plain(line.per()),
          plain(line.amount()),
          line.basis());
    }
  }

  static CostData of(
      String environment,
      String priceFile,
      PriceList prices,
      boolean freeUnits,
      String plan,
      Assumptions assumptions,
      Estimate estimate) {
    return new CostData(
        environment,
        new Prices(priceFile, prices.region(), prices.currency(), prices.asOf().toString()),
        freeUnits,
        plan,
        Arrays.stream(Assumption.values()).map(one -> assumed(one, assumptions)).toList(),
        Part.of(estimate.month()),
        Part.of(estimate.rollout()),
        Part.of(estimate.audit()),
        Estimate.auditNote(),
        estimate.free(),
        estimate.findings());
  }

  private static Assumed assumed(Assumption one, Assumptions all) {
    return new Assumed(one.id(), plain(all.get(one)), !all.isGiven(one), one.text());
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
