package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Templates.TASK;
import static ai.myrecruiter.picasso.workflows.cost.Templates.resource;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateTest {
  private static Line line(Section section, Meter meter) {
    return section.lines().stream().filter(line -> line.meter() == meter).findFirst().orElseThrow();
  }

  private static BigDecimal sum(Section section, Meter meter) {
    return section.lines().stream()
        .filter(line -> line.meter() == meter)
        .map(Line::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void aTypeThatNobodyHasPricedIsAFinding() {
    var estimate = Templates.estimate(Templates.of(resource("Db", "AWS::RDS::DBCluster", "")));
    assertThat(estimate.findings().stream().map(Finding::line))
        .containsExactly(
            "stack/Db = AWS::RDS::DBCluster: must be of a type with a price or on the list of free"
                + " ones; add it to either; an estimate without it would be too low");
  }

  @Test
  void whatIsFreeIsListedWithItsReason() {
    var estimate =
        Templates.estimate(
            Templates.of(resource("A", "AWS::IAM::Role", ""), resource("B", "AWS::IAM::Role", "")));
    assertThat(estimate.findings()).isEmpty();
    assertThat(estimate.free())
        .containsExactly(new Estimate.FreeType("AWS::IAM::Role", 2, "IAM is free"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "AWS::Lambda::Alias | \"ProvisionedConcurrencyConfig\": {} |"
            + " stack/X.ProvisionedConcurrencyConfig",
        "AWS::Lambda::Function | \"Architectures\": [\"x86_64\"] | stack/X.Architectures",
        "AWS::Lambda::Function | \"Architectures\": [\"arm64\"], \"EphemeralStorage\": {} |"
            + " stack/X.EphemeralStorage",
        "AWS::DynamoDB::Table | \"BillingMode\": \"PROVISIONED\" | stack/X.BillingMode ="
            + " PROVISIONED",
        "AWS::DynamoDB::Table | \"BillingMode\": \"PAY_PER_REQUEST\", \"GlobalSecondaryIndexes\":"
            + " [] | stack/X.GlobalSecondaryIndexes",
        "AWS::Logs::LogGroup | \"LogGroupName\": \"x\" | stack/X.RetentionInDays = nothing",
        "AWS::ApiGatewayV2::Api | \"ProtocolType\": \"WEBSOCKET\" | stack/X.ProtocolType ="
            + " WEBSOCKET",
        "AWS::StepFunctions::StateMachine | \"StateMachineType\": \"EXPRESS\" |"
            + " stack/X.StateMachineType = EXPRESS",
        "AWS::Scheduler::Schedule | \"ScheduleExpression\": \"cron(0/5 * * * ? *)\" |"
            + " stack/X.ScheduleExpression",
        "AWS::Scheduler::Schedule | \"ScheduleExpression\": \"rate(1 day)\", \"Target\": {\"Arn\":"
            + " \"queue\"} | stack/X.Target",
      })
  void whatCostsAndHasNoPriceIsAFinding(String type, String properties, String expected) {
    var estimate = Templates.estimate(Templates.of(resource("X", type, properties)));
    assertThat(estimate.findings()).hasSize(1);
    assertThat(estimate.findings().getFirst().line()).startsWith(expected);
  }

  @Test
  void aScheduleCostsItselfAndWhatItStarts() {
    var month =
        Templates.estimate(
                Templates.of(
                    TASK,
                    resource(
                        "Every",
                        "AWS::Scheduler::Schedule",
                        "\"ScheduleExpression\": \"rate(1 minute)\", \"Target\": {\"Arn\":"
                            + " {\"Fn::Join\": [\"\", [\"arn:\","
                            + " \":function:picasso-staging-watch\"]]}}")))
            .month();
    assertThat(line(month, Meter.SCHEDULER_INVOCATIONS).quantity()).isEqualByComparingTo("43800");
    assertThat(line(month, Meter.LAMBDA_REQUESTS).quantity()).isEqualByComparingTo("43800");
    assertThat(line(month, Meter.LAMBDA_DURATION).quantity())
        .as("43800 x 0.25 s x 0.5 GB")
        .isEqualByComparingTo("5475");
  }

  @Test
  void alarmsAreChargedByTheMetricsTheyWatchAndTheirPeriod() {
    var month =
        Templates.estimate(
                Templates.of(
                    resource("Fast", "AWS::CloudWatch::Alarm", "\"Period\": 10"),
                    resource("Slow", "AWS::CloudWatch::Alarm", "\"Period\": 60"),
                    resource(
                        "Two",
                        "AWS::CloudWatch::Alarm",
                        "\"Metrics\": [{\"Expression\": \"a/b\"}, {\"MetricStat\": {\"Period\":"
                            + " 60}}, {\"MetricStat\": {\"Period\": 60}}]")))
            .month();
    assertThat(line(month, Meter.ALARM_METRICS).amount()).isEqualByComparingTo("0.30");
    assertThat(line(month, Meter.ALARM_METRICS_FAST).amount()).isEqualByComparingTo("0.30");
  }

  @Test
  void aRolloutIsInTheMonthAsOftenAsItIsAssumed() {
    var assume = Assumptions.STANDARD.with(Assumption.ROLLOUTS, new BigDecimal(10));
    var estimate =
        Estimate.of(Templates.of(TASK), Templates.ROLLOUT, Templates.PRICES, assume, false);
    assertThat(line(estimate.rollout(), Meter.STEP_TRANSITIONS).amount())
        .isEqualByComparingTo("0.025");
    assertThat(line(estimate.month(), Meter.STEP_TRANSITIONS).amount())
        .isEqualByComparingTo("0.25");
    assertThat(line(estimate.rollout(), Meter.METRICS_READ).amount()).isEqualByComparingTo("0.02");
    assertThat(line(estimate.rollout(), Meter.LAMBDA_DURATION).quantity())
        .as("300 x 0.25 s x 0.5 GB")
        .isEqualByComparingTo("37.5");
  }

  @Test
  void unitsThatAnAccountHasForNothingCountUnlessAsked() {
    var template = Templates.of(TASK);
    var paid = Templates.estimate(template);
    var given =
        Estimate.of(template, Templates.ROLLOUT, Templates.PRICES, Assumptions.STANDARD, true);
    assertThat(line(paid.month(), Meter.STEP_TRANSITIONS).free()).isZero();
    assertThat(line(paid.month(), Meter.STEP_TRANSITIONS).amount()).isEqualByComparingTo("0.2");
    assertThat(line(given.month(), Meter.STEP_TRANSITIONS).free()).isEqualByComparingTo("4000");
    assertThat(line(given.month(), Meter.STEP_TRANSITIONS).amount()).isEqualByComparingTo("0.1");
    assertThat(given.rollout()).as("one rollout has no free units").isEqualTo(paid.rollout());
  }

  @Test
  void stepsOfAPriceAreReachedByAllLinesOfAMeterTogether() {
    var usages =
        List.of(
            Usage.of("one", Meter.CUSTOM_METRICS, 9_999, ""),
            Usage.of("two", Meter.CUSTOM_METRICS, 2, ""));
    var section = Section.charge("x", usages, Templates.PRICES, false);
    assertThat(section.lines().getLast().amount()).isEqualByComparingTo("0.40");
    assertThat(section.total()).isEqualByComparingTo("3000.10");
    var free = Section.charge("x", usages, Templates.PRICES, true);
    assertThat(free.lines().getFirst().free()).isEqualByComparingTo("10");
    assertThat(free.lines().getLast().free()).isZero();
  }

  @Test
  void theAuditScansEverythingAndDeletesWhatIsOverdue() {
    var assume =
        Assumptions.STANDARD
            .with(Assumption.ITEMS, new BigDecimal(100_001))
            .with(Assumption.ITEM_BYTES, new BigDecimal(1500))
            .with(Assumption.OVERDUE_PERCENT, new BigDecimal("2.5"));
    var audit =
        Estimate.of(Templates.of(TASK), Templates.ROLLOUT, Templates.PRICES, assume, false).audit();
    assertThat(audit.title()).isEqualTo("one purge audit of 100001 items");
    assertThat(line(audit, Meter.DYNAMODB_READS).quantity())
        .as("100001 x 1500 / 4096")
        .isEqualByComparingTo("36622");
    assertThat(line(audit, Meter.DYNAMODB_WRITES).quantity())
        .as("2501 items of two units")
        .isEqualByComparingTo("5002");
    assertThat(line(audit, Meter.STEP_TRANSITIONS).quantity())
        .as("eight segments at least, 3 each, and 40")
        .isEqualByComparingTo("64");
    assertThat(sum(audit, Meter.DYNAMODB_WRITES)).isEqualByComparingTo("0.00325250");
  }

  @Test
  void aTotalIsTheSumOfItsLines() {
    var month = Templates.estimate(Templates.of(TASK)).month();
    assertThat(month.total())
        .isEqualByComparingTo(
            month.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(month.total()).isPositive();
  }
}
