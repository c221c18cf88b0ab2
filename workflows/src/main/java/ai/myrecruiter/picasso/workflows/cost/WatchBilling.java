package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.CUSTOM_METRICS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.LOG_BYTES;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.NOTIFICATIONS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Alarms, dashboards, logs and topics. */
final class WatchBilling {
  private static final int MINUTE = 60;
  private static final BigDecimal DAYS = new BigDecimal(30);

  /** What CloudWatch Logs bills for storage after it has compressed. */
  private static final BigDecimal COMPRESSED = new BigDecimal("0.15");

  private WatchBilling() {}

  static void alarms(List<TemplateResource> alarms, Biller.Bill bill) {
    var metrics = new long[2];
    for (var alarm : alarms) {
      var series = alarm.properties().path("Metrics");
      if (series.isArray()) {
        for (var one : series) {
          if (one.has("MetricStat")) {
            metrics[one.path("MetricStat").path("Period").asInt(MINUTE) < MINUTE ? 1 : 0]++;
          }
        }
      } else {
        metrics[alarm.properties().path("Period").asInt(MINUTE) < MINUTE ? 1 : 0]++;
      }
    }
    var name = "%d alarms".formatted(alarms.size());
    bill.usages.add(Usage.of(name, Meter.ALARM_METRICS, metrics[0], "periods of a minute or more"));
    bill.usages.add(Usage.of(name, Meter.ALARM_METRICS_FAST, metrics[1], "periods below a minute"));
    bill.add("the payload", Meter.CUSTOM_METRICS, bill.get(CUSTOM_METRICS), "custom-metrics");
  }

  static void composites(List<TemplateResource> alarms, Biller.Bill bill) {
    bill.usages.add(
        Usage.of(
            "%d composite alarms".formatted(alarms.size()),
            Meter.COMPOSITE_ALARMS,
            alarms.size(),
            "template"));
  }

  static void dashboards(List<TemplateResource> dashboards, Biller.Bill bill) {
    bill.usages.add(
        Usage.of(
            "%d dashboards".formatted(dashboards.size()),
            Meter.DASHBOARDS,
            dashboards.size(),
            "template"));
  }

  /** Logs of the payload and of the watchdog; those of rollouts are with the rollouts. */
  static void logs(List<TemplateResource> groups, Biller.Bill bill) {
    var days = 0;
    for (var group : groups) {
      var kept = group.properties().path("RetentionInDays").asInt();
      days = Math.max(days, kept);
      if (kept <= 0) {
        bill.findings.add(
            group.finding(
                "RetentionInDays",
                "nothing",
                "must be a number of days: a log that is kept for ever has no monthly cost",
                "set it"));
      }
    }
    var invocations = PayloadTraffic.of(bill.assume).invocations().add(scheduled(bill));
    var written = Amounts.gigabytes(invocations.multiply(bill.get(LOG_BYTES)));
    var name = "%d log groups".formatted(groups.size());
    bill.add(name, Meter.LOGS_WRITTEN, written, "invocations x log-bytes");
    bill.add(
        name,
        Meter.LOGS_STORED,
        written
            .multiply(COMPRESSED)
            .multiply(BigDecimal.valueOf(days))
            .divide(DAYS, MathContext.DECIMAL64),
        "kept %d days, compressed to 15 percent".formatted(days));
  }

  private static BigDecimal scheduled(Biller.Bill bill) {
    return bill.template.resources().stream()
        .filter(resource -> resource.properties().has("ScheduleExpression"))
        .map(resource -> Schedules.perMonth(resource.text("ScheduleExpression")))
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static void topics(List<TemplateResource> topics, Biller.Bill bill) {
    var name = "%d topics".formatted(topics.size());
    bill.add(name, Meter.SNS_PUBLISHED, bill.get(NOTIFICATIONS), "notifications");
    bill.add(name, Meter.SNS_MAILED, bill.get(NOTIFICATIONS), "notifications, one address each");
  }
}
