package ai.myrecruiter.picasso.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.cost.Assumption;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CostTest {
  private static final String PLAN =
      """
      name: short
      stages:
        - {name: first, weight: 1, duration: 1m, look: 10s, onInconclusive: pass}
      bake: {holdback: 5, duration: 1m, look: 10s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;
  @TempDir private Path folder;
  private Path plan = Path.of("");

  @BeforeEach
  void writePlan() throws IOException {
    plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
  }

  private CommandRun run(String... options) {
    var words = new ArrayList<>(List.of("cost", "--plan", plan.toString()));
    words.addAll(List.of(options));
    return CommandRun.of(new TestShell(), words.toArray(String[]::new));
  }

  private static BigDecimal sum(JsonNode part) {
    var sum = BigDecimal.ZERO;
    for (var line : part.path("lines")) {
      sum = sum.add(new BigDecimal(line.path("amount").asText()));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyResourceOfTheRealTemplatesHasAPriceOrIsKnownToBeFree(String environment) {
    var run = run("--env", environment, "-o", "json");
    assertThat(run.exit()).as(run.err() + run.out()).isZero();
    var json = run.json();
    assertThat(json.path("findings")).isEmpty();
    assertThat(json.path("environment").asText()).isEqualTo(environment);
    for (var name : List.of("month", "rollout", "audit")) {
      var part = json.path(name);
      assertThat(new BigDecimal(part.path("total").asText()))
          .as(name)
          .isPositive()
          .isEqualByComparingTo(sum(part));
    }
    assertThat(json.path("assumptions")).hasSize(Assumption.values().length);
    assertThat(json.path("free").findValuesAsText("type")).contains("AWS::IAM::Role");
    var resources = json.path("month").path("lines").findValuesAsText("resource");
    assertThat(resources)
        .contains(
            "picasso-%s-chat".formatted(environment),
            "picasso-%s-streaming".formatted(environment),
            "picasso-%s-watch-aliases".formatted(environment),
            "rollouts: state machines");
  }

  @Test
  void theTableSaysPricesAssumptionsAndThatTheAuditIsAModel() {
    var run = run("--rollouts", "0", "--items", "5000", "--free-units");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Environment  staging")
        .contains("Prices       us-east-1, USD, as of 2025-12-01")
        .contains("what an account has for nothing is left out of the month")
        .contains("Plan         short")
        .contains("A MONTH")
        .contains("ONE ROLLOUT")
        .contains("ONE PURGE AUDIT OF 5000 ITEMS")
        .contains("Model: the purge audit is not built yet.")
        .containsPattern("--rollouts +0 +given ")
        .containsPattern("--requests +300,000 +default ")
        .containsPattern("AWS::IAM::Role +[0-9]+ +IAM is free");
    assertThat(run.out().lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void countsWhatAReleaseOfBothFunctionsReads() {
    var alone = run("-o", "json").json();
    var both = run("--companion", "streaming", "-o", "json");
    assertThat(both.err()).contains("of chat and streaming");
    assertThat(metricsRead(both.json()))
        .isEqualByComparingTo(metricsRead(alone).multiply(BigDecimal.TWO));
  }

  private static BigDecimal metricsRead(JsonNode estimate) {
    for (var line : estimate.at("/rollout/lines")) {
      if (line.path("meter").asText().equals("metrics-read")) {
        return new BigDecimal(line.path("quantity").asText());
      }
    }
    throw new AssertionError("no line of metrics read in " + estimate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--env | prod | --env = prod: must be staging or production",
        "--requests | -1 | --requests = -1: must be a number from 0 to 1000000000000",
        "--requests | many | --requests = many: must be a decimal number; write it like 300000",
        "--requests | 1e9 | --requests = 1e9: must be a decimal number",
        "--overdue-percent | 101 | --overdue-percent = 101: must be a number from 0 to 100",
        "--prices | none.yaml | --prices = none.yaml: must exist",
        "--prices | . | --prices = .: must be a file, not a directory",
        "--plan | none.yaml | FILE",
        "--companion | master | --companion = master: must be a function that can be released",
      })
  void badInputIsRefusedWithValueRuleAndFix(String option, String value, String expected) {
    var run = option.equals("--plan") ? plan(value) : run(option, value);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(expected);
    assertThat(run.out()).isEmpty();
  }

  private CommandRun plan(String file) {
    plan = Path.of(file);
    return run();
  }

  @Test
  void aMissingTemplateIsAFailureThatSaysHowToMakeOne() {
    var run = run("--template", folder.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("manifest.json")
        .contains("synthesize it with: mvn -pl infra -am -DskipTests package");
  }

  @Test
  void anErrorInAPriceFileIsNamedByItsPath() throws IOException {
    var prices = Files.writeString(folder.resolve("prices.yaml"), "region: us-east-1\nprices: {}");
    var run = run("--prices", prices.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("$.currency = nothing: must be a text; add it")
        .contains("$.prices.lambda-requests = nothing: must be a mapping; add it");
  }

  @Test
  void aResourceWithoutAPriceEndsTheCommandWithItsFindings() throws IOException {
    copyTemplates();
    var stack = folder.resolve("picasso-production-payload.template.json");
    var template = Files.readString(stack);
    var changed =
        template.replaceFirst(
            "\"Resources\": \\{",
            "\"Resources\": {\"Db\": {\"Type\": \"AWS::RDS::DBCluster\", \"Properties\": {}},");
    assertThat(changed).isNotEqualTo(template);
    Files.writeString(stack, changed);
    var run = run("--template", folder.toString(), "--env", "production");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "picasso-production-payload/Db = AWS::RDS::DBCluster: must be of a type with a price");
    assertThat(run.err()).contains("The estimate is too low: 1 of its resources or properties");
  }

  private void copyTemplates() throws IOException {
    var built = Path.of(System.getProperty("picasso.root", "..")).resolve("infra/target/cdk.out");
    try (var files = Files.list(built)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }
}
