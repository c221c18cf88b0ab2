package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.ITEMS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.ROLLOUTS;

import ai.myrecruiter.picasso.workflows.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an environment costs in a month, and what a rollout and a purge audit cost each.
 *
 * @param month the month, rollouts included; the purge audit is not, as no template has it
 * @param rollout one rollout
 * @param audit one purge audit
 * @param free types of resources that cost nothing, with their reason, and how many there are
 * @param findings whatever has a cost that the estimate does not know; without it the estimate is
 *     too low
 */
public record Estimate(
    Section month, Section rollout, Section audit, List<FreeType> free, List<Finding> findings) {
  /**
   * A type that costs nothing.
   *
   * @param type such as {@code AWS::IAM::Role}
   * @param count how many there are
   * @param reason why it costs nothing
   */
  public record FreeType(String type, long count, String reason) {}

  /** Copies the lists. */
  public Estimate {
    free = List.copyOf(free);
    findings = List.copyOf(findings);
  }

  /**
   * Estimates. Free units of an account count in the month only: they are gone by the first of it.
   *
   * @param freeUnits whether units that an account has for nothing are left out of the month
   */
  public static Estimate of(
      Template template,
      RolloutUsage rollout,
      PriceList prices,
      Assumptions assume,
      boolean freeUnits) {
    var bill = new Biller.Bill(template, assume);
    byType(template).forEach((type, resources) -> bill(type, resources, bill));
    var once = rollout.usages(template, assume);
    var times = assume.get(ROLLOUTS);
    var month = new ArrayList<>(bill.usages);
    once.forEach(usage ->
        month.add(
            new Usage(
                "rollouts: " + usage.resource(),
                usage.meter(),
                usage.quantity().multiply(times),
                "rollouts x one rollout")));
    return new Estimate(
        Section.charge("a month", month, prices, freeUnits),
        Section.charge("one rollout", once, prices, false),
        Section.charge(
            "one purge audit of %s items".formatted(Amounts.plain(assume.get(ITEMS))),
            AuditModel.usages(template, assume),
            prices,
            false),
        free(template),
        bill.findings);
  }

  /** What is to be said of the audit's numbers. */
  public static String auditNote() {
    return AuditModel.NOTE;
  }

  private static Map<String, List<TemplateResource>> byType(Template template) {
    var types = new LinkedHashMap<String, List<TemplateResource>>();
    template
        .resources()
        .forEach(resource ->
            types.computeIfAbsent(resource.type(), any -> new ArrayList<>()).add(resource));
    return types;
  }

  private static void bill(String type, List<TemplateResource> resources, Biller.Bill bill) {
    resources.forEach(resource -> bill.findings.addAll(ResourceTypes.unpriced(resource)));
    ResourceTypes.biller(type)
        .ifPresentOrElse(
            biller -> biller.bill(resources, bill),
            () -> {
              if (ResourceTypes.whyFree(type).isEmpty()) {
                resources.forEach(resource -> bill.findings.add(ResourceTypes.unknown(resource)));
              }
            });
  }

  private static List<FreeType> free(Template template) {
    return ResourceTypes.countFree(template).entrySet().stream()
        .map(entry ->
            new FreeType(
                entry.getKey(),
                entry.getValue(),
                ResourceTypes.whyFree(entry.getKey()).orElseThrow()))
        .toList();
  }
}
