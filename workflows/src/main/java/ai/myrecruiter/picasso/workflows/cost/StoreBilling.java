package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.EVIDENCE_GB;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.EVIDENCE_OBJECTS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.KMS_REQUESTS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.NOTIFICATIONS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.READS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.REQUESTS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.SECRET_REQUESTS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.TABLE_GB;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.WRITES;

import java.math.BigDecimal;
import java.util.List;

/** Tables, keys, secrets and buckets. */
final class StoreBilling {
  private StoreBilling() {}

  static void tables(List<TemplateResource> tables, Biller.Bill bill) {
    for (var table : tables) {
      if (!table.text("BillingMode").equals("PAY_PER_REQUEST")) {
        bill.findings.add(
            table.finding(
                "BillingMode",
                table.text("BillingMode"),
                "must be PAY_PER_REQUEST, which the price is for",
                "set it, or add meters for provisioned capacity"));
      }
    }
    var name = "%d tables".formatted(tables.size());
    bill.add(
        name,
        Meter.DYNAMODB_WRITES,
        bill.get(REQUESTS).multiply(bill.get(WRITES)),
        "requests x writes");
    bill.add(
        name,
        Meter.DYNAMODB_READS,
        bill.get(REQUESTS).multiply(bill.get(READS)),
        "requests x reads");
    bill.add(name, Meter.DYNAMODB_STORAGE, bill.get(TABLE_GB), "table-gb");
    var recovered = tables.stream().filter(StoreBilling::isRecovered).count();
    if (recovered > 0) {
      bill.add(
          "%d tables with recovery".formatted(recovered),
          Meter.DYNAMODB_RECOVERY,
          bill.get(TABLE_GB),
          "table-gb, as if all of it were in these tables");
    }
  }

  private static boolean isRecovered(TemplateResource table) {
    return table
        .properties()
        .path("PointInTimeRecoverySpecification")
        .path("PointInTimeRecoveryEnabled")
        .asBoolean();
  }

  static void keys(List<TemplateResource> keys, Biller.Bill bill) {
    bill.add(
        "%d keys".formatted(keys.size()),
        Meter.KMS_KEYS,
        BigDecimal.valueOf(keys.size()),
        "before rotation; each of the first two rotations adds one");
    bill.add(
        "keys of tables, secrets and topics",
        Meter.KMS_REQUESTS,
        bill.get(KMS_REQUESTS),
        "kms-requests");
  }

  static void secrets(List<TemplateResource> secrets, Biller.Bill bill) {
    var name = "%d secrets".formatted(secrets.size());
    bill.add(name, Meter.SECRETS, BigDecimal.valueOf(secrets.size()), "template");
    bill.add(name, Meter.SECRET_REQUESTS, bill.get(SECRET_REQUESTS), "secret-requests");
  }

  static void buckets(List<TemplateResource> buckets, Biller.Bill bill) {
    var name = "%d buckets".formatted(buckets.size());
    bill.add(name, Meter.S3_STORAGE, bill.get(EVIDENCE_GB), "evidence-gb");
    bill.add(name, Meter.S3_WRITES, bill.get(EVIDENCE_OBJECTS), "evidence-objects");
    bill.add(name, Meter.S3_READS, bill.get(EVIDENCE_OBJECTS), "each object read once");
  }

  static void queues(List<TemplateResource> queues, Biller.Bill bill) {
    bill.add(
        "%d queues".formatted(queues.size()),
        Meter.SQS_REQUESTS,
        bill.get(NOTIFICATIONS),
        "as many messages as notifications");
  }
}
