package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.ANSWER_BYTES;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.ANSWER_MILLIS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.CALL_MILLIS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.CONVERSATIONS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.GUARDRAIL_UNITS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.INPUT_TOKENS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.OUTPUT_TOKENS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.REQUESTS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.TASK_MILLIS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Functions, the model that they ask, schedules and the legacy route. */
final class ComputeBilling {
  private static final String ARM = "arm64";

  private ComputeBilling() {}

  static void functions(List<TemplateResource> functions, Biller.Bill bill) {
    for (var function : functions) {
      if (!function.properties().path("Architectures").path(0).asText().equals(ARM)) {
        bill.findings.add(
            function.finding(
                "Architectures",
                function.properties().path("Architectures").toString(),
                "must be arm64, which the price is for",
                "set arm64, or add a meter for the other"));
      }
    }
    var traffic = PayloadTraffic.of(bill.assume);
    bill.template.payload("-streaming").ifPresent(function -> streaming(function, traffic, bill));
    bill.template.payload("-chat").ifPresent(function -> master(function, traffic, bill));
  }

  private static void streaming(
      TemplateResource function, PayloadTraffic traffic, Biller.Bill bill) {
    var name = function.text("FunctionName");
    bill.add(name, Meter.LAMBDA_REQUESTS, traffic.streamed(), "streamed answers");
    duration(name, function, traffic.streamed(), bill.get(ANSWER_MILLIS), "streamed answers", bill);
    bill.add(
        "model of " + name,
        Meter.MODEL_INPUT,
        bill.get(REQUESTS).multiply(bill.get(INPUT_TOKENS)),
        "requests x input-tokens");
    bill.add(
        "model of " + name,
        Meter.MODEL_OUTPUT,
        bill.get(REQUESTS).multiply(bill.get(OUTPUT_TOKENS)),
        "requests x output-tokens");
    bill.add(
        "guardrail of " + name,
        Meter.GUARDRAIL_UNITS,
        bill.get(CONVERSATIONS).multiply(bill.get(GUARDRAIL_UNITS)),
        "conversations x guardrail-units");
    bill.add(
        "answers to clients",
        Meter.DATA_OUT,
        Amounts.gigabytes(bill.get(REQUESTS).multiply(bill.get(ANSWER_BYTES))),
        "requests x answer-bytes");
  }

  private static void master(TemplateResource function, PayloadTraffic traffic, Biller.Bill bill) {
    var name = function.text("FunctionName");
    bill.add(
        name,
        Meter.LAMBDA_REQUESTS,
        traffic.calls().add(traffic.legacy()),
        "conversations x calls, legacy answers");
    duration(name, function, traffic.calls(), bill.get(CALL_MILLIS), "calls", bill);
    duration(name, function, traffic.legacy(), bill.get(ANSWER_MILLIS), "legacy answers", bill);
  }

  private static void duration(
      String name,
      TemplateResource function,
      BigDecimal invocations,
      BigDecimal millis,
      String what,
      Biller.Bill bill) {
    var memory = Template.memory(function);
    bill.add(
        name,
        Meter.LAMBDA_DURATION,
        Amounts.gigabyteSeconds(invocations, millis, memory),
        "%s x %s ms x %d MB".formatted(what, Amounts.plain(millis), memory));
  }

  static void schedules(List<TemplateResource> schedules, Biller.Bill bill) {
    for (var schedule : schedules) {
      times(schedule, bill)
          .ifPresent(times -> {
            bill.add(
                schedule.text("Name"),
                Meter.SCHEDULER_INVOCATIONS,
                times,
                schedule.text("ScheduleExpression"));
            target(schedule, schedule.properties().path("Target").toString(), times, bill);
          });
    }
  }

  /** Rules with a schedule: the rule is free, what it starts is not. */
  static void rules(List<TemplateResource> rules, Biller.Bill bill) {
    for (var rule : rules) {
      if (rule.properties().has("ScheduleExpression")) {
        times(rule, bill)
            .ifPresent(
                times -> target(rule, rule.properties().path("Targets").toString(), times, bill));
      }
    }
  }

  private static Optional<BigDecimal> times(TemplateResource schedule, Biller.Bill bill) {
    var expression = schedule.text("ScheduleExpression");
    var times = Schedules.perMonth(expression);
    if (times.isEmpty()) {
      bill.findings.add(
          schedule.finding(
              "ScheduleExpression",
              expression,
              "must be a rate, or a cron expression for each hour or day",
              "write it so, or teach the estimate this form"));
    }
    return times;
  }

  private static void target(
      TemplateResource schedule, String target, BigDecimal times, Biller.Bill bill) {
    bill.template
        .target(target)
        .ifPresentOrElse(
            function -> started(function, times, bill),
            () ->
                bill.findings.add(
                    schedule.finding(
                        "Target",
                        target,
                        "must be a function of the environment, whose cost is known",
                        "teach the estimate this target")));
  }

  private static void started(TemplateResource function, BigDecimal times, Biller.Bill bill) {
    var name = function.text("FunctionName");
    bill.add(name, Meter.LAMBDA_REQUESTS, times, "started by its schedule");
    duration(name, function, times, bill.get(TASK_MILLIS), "started by its schedule", bill);
  }

  static void httpApis(List<TemplateResource> apis, Biller.Bill bill) {
    for (var api : apis) {
      if (!api.text("ProtocolType").equals("HTTP")) {
        bill.findings.add(
            api.finding(
                "ProtocolType",
                api.text("ProtocolType"),
                "must be HTTP, which the price is for",
                "add a meter for the other"));
      }
    }
    bill.add(
        apis.getFirst().text("Name"),
        Meter.HTTP_API_REQUESTS,
        PayloadTraffic.of(bill.assume).legacy(),
        "requests x legacy-percent");
  }
}
