package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.ITEMS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.ITEM_BYTES;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.OVERDUE_PERCENT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What one purge audit would use: a model, as the machine is not built. Every item is scanned once,
 * consistently; what is overdue is deleted by conditional statements, 25 a call, with an intent
 * before and an outcome after each call, and read back.
 */
final class AuditModel {
  /** Said wherever the numbers are shown. */
  static final String NOTE =
      "Model: the purge audit is not built yet. Scan of every item, conditional deletes in calls of"
          + " 25, intent and outcome of each call, read-back, evidence signed once.";

  private static final BigDecimal BLOCK = new BigDecimal(4096);
  private static final BigDecimal BATCH = new BigDecimal(25);
  private static final BigDecimal ITEMS_A_CALL = new BigDecimal(20_000);
  private static final BigDecimal SEGMENTS = new BigDecimal(8);
  private static final BigDecimal MILLIS_A_CALL = new BigDecimal(10_000);
  private static final BigDecimal TRANSITIONS_A_CALL = new BigDecimal(3);
  private static final BigDecimal OTHER_TRANSITIONS = new BigDecimal(40);
  private static final BigDecimal TWO = new BigDecimal(2);

  private AuditModel() {}

  static List<Usage> usages(Template template, Assumptions assume) {
    var items = assume.get(ITEMS);
    var overdue = items.multiply(assume.share(OVERDUE_PERCENT)).setScale(0, RoundingMode.CEILING);
    var batches = overdue.divide(BATCH, 0, RoundingMode.CEILING);
    var calls = items.divide(ITEMS_A_CALL, 0, RoundingMode.CEILING).max(SEGMENTS);
    var scanned = items.multiply(assume.get(ITEM_BYTES)).divide(BLOCK, 0, RoundingMode.CEILING);
    var memory = template.taskMemory();
    return List.of(
        new Usage("scan", Meter.DYNAMODB_READS, scanned, "items x item-bytes / 4 KB"),
        new Usage(
            "read-back",
            Meter.DYNAMODB_READS,
            overdue.multiply(assume.units(ITEM_BYTES, 4)),
            "deleted items, consistently"),
        new Usage(
            "deletes",
            Meter.DYNAMODB_WRITES,
            overdue.multiply(assume.units(ITEM_BYTES, 1)),
            "items x overdue-percent"),
        new Usage(
            "intents and outcomes",
            Meter.DYNAMODB_WRITES,
            batches.multiply(TWO),
            "two for each 25 deletes"),
        new Usage(
            "state machine",
            Meter.STEP_TRANSITIONS,
            calls.multiply(TRANSITIONS_A_CALL).add(OTHER_TRANSITIONS),
            "3 a call of %s items, 40 others".formatted(Amounts.plain(ITEMS_A_CALL))),
        new Usage("task functions", Meter.LAMBDA_REQUESTS, calls, "calls, 8 segments at least"),
        new Usage(
            "task functions",
            Meter.LAMBDA_DURATION,
            Amounts.gigabyteSeconds(calls, MILLIS_A_CALL, memory),
            "calls x %s ms x %d MB".formatted(Amounts.plain(MILLIS_A_CALL), memory)),
        new Usage("evidence", Meter.S3_WRITES, calls.add(BigDecimal.ONE), "a page a call, a pack"),
        new Usage("evidence", Meter.KMS_REQUESTS, calls.add(BigDecimal.ONE), "an object each"),
        Usage.of("evidence", Meter.KMS_SIGNATURES, 1, "the pack"));
  }
}
