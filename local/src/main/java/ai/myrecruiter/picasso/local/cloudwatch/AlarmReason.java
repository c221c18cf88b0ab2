package ai.myrecruiter.picasso.local.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The reason of an alarm's state, as a sentence and as data, in CloudWatch's words. */
final class AlarmReason {
  static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlarmReason() {}

  static String sentence(AlarmEvaluator rule, AlarmJudgement judgement, StateValue state) {
    if (judgement.evaluated().isEmpty()) {
      var treated =
          state == StateValue.INSUFFICIENT_DATA ? "Insufficient Data" : "Threshold Crossed";
      return "%s: %d datapoint%s %s unknown."
          .formatted(
              treated,
              judgement.unknown(),
              judgement.unknown() == 1 ? "" : "s",
              judgement.unknown() == 1 ? "was" : "were");
    }
    boolean alarm = state == StateValue.ALARM;
    int shown =
        alarm ? judgement.breaching() : judgement.evaluated().size() - judgement.breaching();
    var points =
        judgement.evaluated().stream()
            .filter(point -> rule.threshold().breaches(point.value().orElseThrow()) == alarm)
            .map(point -> point.value().orElseThrow() + " (" + SHORT.format(point.period()) + ")")
            .collect(Collectors.joining(", "));
    return "Threshold Crossed: %d out of the last %d datapoints [%s] %s %s the threshold (%s) (minimum %d datapoint%s for %s transition)."
        .formatted(
            shown,
            rule.periods(),
            points,
            (shown == 1 ? "was" : "were") + (alarm ? "" : " not"),
            rule.threshold().words(),
            rule.threshold().value(),
            alarm ? rule.toAlarm() : rule.periods() - rule.toAlarm() + 1,
            (alarm ? rule.toAlarm() : rule.periods() - rule.toAlarm() + 1) == 1 ? "" : "s",
            alarm ? "OK -> ALARM" : "ALARM -> OK");
  }

  static String data(
      AlarmEvaluator rule,
      AlarmJudgement judgement,
      String statistic,
      int period,
      Instant queried) {
    var data =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "1.0")
            .put("queryDate", TIMESTAMP.format(queried))
            .put("statistic", statistic)
            .put("period", period);
    var recent = data.putArray("recentDatapoints");
    var evaluated = JsonNodeFactory.instance.arrayNode();
    for (var point : judgement.evaluated()) {
      double value = point.value().orElseThrow();
      recent.insert(0, value);
      evaluated.addObject().put("timestamp", TIMESTAMP.format(point.period())).put("value", value);
    }
    data.put("threshold", rule.threshold().value());
    data.set("evaluatedDatapoints", evaluated);
    return data.toString();
  }
}
