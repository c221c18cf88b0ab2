package ai.myrecruiter.picasso.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RehearseTest {
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
    var words = new ArrayList<>(List.of("rehearse", plan.toString()));
    words.addAll(List.of(options));
    return CommandRun.of(new TestShell(), words.toArray(String[]::new));
  }

  @Test
  void saysWhatThePlanDoesBesideOtherWaysAndHowToRepeatIt() throws IOException {
    var page = folder.resolve("report.html");
    var run = run("--seeds", "2", "--seed", "5", "--effect", "50%", "--html", page.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("WAY TO RELEASE")
        .contains("Plan short")
        .contains("Canary10Percent5Minutes, SAM's alarms")
        .contains("Linear10PercentEvery1Minute, rate alarm")
        .contains("Mann-Whitney of 50 points, as Kayenta")
        .contains("The plan caught 2 of 2 runs: 2 in first; decided by 2 judge.")
        .contains("seeds 5 to 6")
        .contains("Repeat with: picasso rehearse " + plan + " --effect 50% --seeds 2 --seed 5");
    assertThat(run.out().lines().filter(line -> line.endsWith("2 + 2"))).hasSize(6);
    assertThat(run.err()).contains("rollouts through the real state machines and tasks in");
    assertReport(Files.readString(page));
  }

  /** On a terminal of 80 columns no line is broken by the terminal. */
  @Test
  void fitsANarrowTerminal() {
    var shell = new TestShell().on(new Terminal(true, false, 80));
    var words = List.of("rehearse", plan.toString(), "--seeds", "1", "--effect", "50%");
    var run = CommandRun.of(shell, words.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> !line.startsWith("Repeat with: ")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(run.out())
        .containsPattern("(?m)^Linear10PercentEvery1Minute, SAM's alarms$")
        .containsPattern("(?m)^  caught 100.0 %; false rollbacks 0.0 % .*; runs 1 \\+ 1$")
        .containsPattern("(?m)^  bad requests [0-9,]+, p95 [0-9,]+; seconds to stable [0-9]+, p95");
  }

  private static void assertReport(String page) {
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("Rehearsal of plan short")
        .contains("<svg")
        .contains("caught 2")
        .contains("picasso rehearse ");
    assertThat(page).as("every place is filled in").doesNotContainPattern("@[A-Z_0-9]+@");
    assertThat(page)
        .as("nothing is loaded from elsewhere")
        .doesNotContainPattern("(?i)(src|href)=|url\\(|@import|<script|https?://");
  }

  @Test
  void theSameSeedGivesTheSameNumbersInEveryForm() {
    var run = run("--seeds", "1", "--effect", "50%", "-o", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    var json = run.json();
    assertThat(json.path("plan").asText()).isEqualTo("short");
    assertThat(json.path("runs").asInt()).isEqualTo(1);
    assertThat(json.path("model").path("effect").path("errorRate").asDouble()).isEqualTo(0.5);
    assertThat(json.path("ways")).hasSize(6);
    var own = json.path("ways").path(0);
    assertThat(own.path("rolledBack").path("of").asInt()).isEqualTo(1);
    assertThat(own.path("badRequests").path("runs").asInt()).isEqualTo(1);
    assertThat(own.path("refusedStarts").path("count").asInt()).isZero();
    assertThat(own.path("refusedStarts").path("of").asInt()).isEqualTo(2);
    assertThat(run("--seeds", "1", "--effect", "50%").out().lines())
        .filteredOn(line -> line.startsWith("Plan short"))
        .singleElement()
        .asString()
        .contains("%.0f, p95".formatted(own.at("/badRequests/median").asDouble()))
        .contains("%.0f, p95".formatted(own.at("/secondsToStable/median").asDouble()));
  }

  @Test
  void aStartThatAnAlarmRefusesIsSaidWithWhatTheAlarmNeeds() throws IOException {
    var page = folder.resolve("refused.html");
    var run =
        run("--seeds", "1", "--error-rate", "20%", "--effect", "90%", "--html", page.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "The start was refused in 2 of 2 runs, 100.0 % (34.2 % to 100.0 %): with the old"
                + " version alone chat-errors rings already.")
        .containsPattern("chat-errors needs thresholds.errorPercent of [0-9.]+ or more")
        .contains("It catches none of the effects tried");
    assertThat(run.out().lines().filter(line -> line.startsWith("Plan short")))
        .singleElement()
        .asString()
        .as("nothing is counted as caught or passed")
        .matches("Plan short +- +- +- +- +0 \\+ 0");
    assertThat(Files.readString(page))
        .contains("class=\"refused\"")
        .contains("The start was refused in 2 of 2 runs")
        .doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rps | 0 | --rps.traffic.rps = 0: must be a number of requests a second",
        "--rps | NaN | --rps.traffic.rps = NaN",
        "--rps | -3 | --rps.traffic.rps = -3",
        "--rps | fast | --rps = fast: must be a number",
        "--error-rate | 2 | --error-rate.errors.rate = 2",
        "--error-rate | x | --error-rate = x: must be a number",
        "--effect | x0.5 | --effect.effect.times = 0.5",
        "--effect | 0.01% | --effect.effect.errorRate = 0.0001: must be at least errors.rate",
        "--effect | x1 | --effect = 0.1 %: must make the new version worse",
        "--effect | 5 | --effect = 5: must be a rate from 0 to 1 (0% to 100%), or xN; write x5",
        "--effect | NaN | --effect = NaN: must be a rate from 0 to 1",
        "--effect | big | --effect = big: must be a number",
        "--alarm-threshold | 60% | --alarm-threshold.alarms.errorPercent = 60: must be a number of percent",
        "--alarm-threshold | high | --alarm-threshold = high: must be a number",
        "--metrics | 30s | --metrics = 30s: must be 10s or 60s",
        "--seeds | 0 | --seeds = 0: must be a number from 1 to 100000",
        "--model | none.yaml | --model = none.yaml: must exist",
      })
  void badOptionsAreRefusedWithValueRuleAndFix(String option, String value, String expected) {
    var run = run(option, value);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(expected);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aBadPlanAndABadModelAreRefusedWithAllTheirFindings() throws IOException {
    var model = Files.writeString(folder.resolve("model.yaml"), "traffic: {rps: 0}\nwind: 3");
    var run = run("--model", model.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("$.traffic.rps = 0").contains("$ = wind");
    Files.writeString(plan, "name: x");
    var refused = run();
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("$.stages = nothing");
  }

  @Test
  void anEffectOnAVersionThatNeverFailsMustBeARate() {
    var run = run("--error-rate", "0", "--effect", "x5");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("must be a rate when the old version never fails");
  }

  @Test
  void aReportWithoutAPlaceIsRefusedBeforeAnythingRuns() {
    for (var place : List.of(folder, folder.resolve("none/report.html"))) {
      var run = run("--html", place.toString());
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains("--html = " + place + ": must be a file in a folder that exists");
      assertThat(run.err()).as("nothing is run first").doesNotContain("rollouts");
    }
  }
}
