package ai.myrecruiter.picasso.workflows.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelReaderTest {
  private static List<Finding> findings(String text) {
    return catchThrowableOfType(InvalidInput.class, () -> ModelReader.read(text)).findings();
  }

  @Test
  void whatIsLeftOutIsAsInTheStandardModel() {
    assertThat(ModelReader.read("traffic: {}")).isEqualTo(Model.STANDARD);
  }

  @Test
  void everyPartIsRead() {
    var model =
        ModelReader.read(
            """
            traffic: {rps: 7, swing: 0, peakHour: 3, startHour: 4}
            errors: {rate: 0.01, clustering: 2, handled: 0.5}
            effect: {errorRate: 0.5, slowdown: 2, onset: 5m}
            latency: {medianMillis: 50, spread: 1, coldShare: 0.5, laterColdShare: 0.1, coldMillis: 900}
            metrics: {resolution: 60s, lag: 90s}
            horizon: 3h
            alarms: {errorPercent: 12}
            """);
    assertThat(model)
        .isEqualTo(
            new Model(
                new Traffic(7, 0, 3, 4),
                new Errors(0.01, 2, 0.5),
                new Effect(0.5, 2, Duration.ofMinutes(5)),
                new Latency(50, 1, 0.5, 0.1, 900),
                new MetricDelay(Duration.ofSeconds(60), Duration.ofSeconds(90)),
                Duration.ofHours(3),
                new Alarms(Optional.of(12.0))));
  }

  @Test
  void anEffectMayBeAMultipleAndIsNeverMoreThanAlways() {
    assertThat(
            ModelReader.read("{\"errors\": {\"rate\": 0.01}, \"effect\": {\"times\": 7}}").effect())
        .isEqualTo(new Effect(0.07, 1, Duration.ZERO));
    assertThat(ModelReader.read("effect: {times: 1000000}").effect().errorRate()).isEqualTo(1);
  }

  @Test
  void anErrorRateAloneKeepsTheStandardMultiple() {
    assertThat(ModelReader.read("errors: {rate: 0.02}").effect().errorRate()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "traffic: {rps: 0} | $.traffic.rps",
        "traffic: {rps: -1} | $.traffic.rps",
        "traffic: {rps: .nan} | $.traffic.rps",
        "traffic: {rps: many} | $.traffic.rps",
        "traffic: {swing: 1.1} | $.traffic.swing",
        "traffic: {peakHour: 24} | $.traffic.peakHour",
        "traffic: {rp: 5} | $.traffic",
        "traffic: 5 | $.traffic",
        "errors: {rate: -0.1} | $.errors.rate",
        "errors: {rate: 0.6} | $.errors.rate",
        "errors: {clustering: 6} | $.errors.clustering",
        "errors: {handled: 1.5} | $.errors.handled",
        "alarms: {errorPercent: 60} | $.alarms.errorPercent",
        "alarms: {latency: 60} | $.alarms",
        "effect: {errorRate: 2} | $.effect.errorRate",
        "effect: {times: 0.5} | $.effect.times",
        "effect: {times: 5, errorRate: 0.1} | $.effect.times",
        "effect: {onset: 25h} | $.effect.onset",
        "effect: {slowdown: 0} | $.effect.slowdown",
        "latency: {coldShare: 2} | $.latency.coldShare",
        "latency: {laterColdShare: -1} | $.latency.laterColdShare",
        "metrics: {resolution: 30s} | $.metrics.resolution",
        "metrics: {lag: 11m} | $.metrics.lag",
        "metrics: {lag: soon} | $.metrics.lag",
        "horizon: 8d | $.horizon",
        "colour: red | $",
      })
  void aBrokenRuleIsReportedWithItsPath(String text, String path) {
    var findings = findings(text);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().path()).isEqualTo(path);
    assertThat(findings.getFirst().fix()).isNotBlank();
  }

  @Test
  void allFindingsAreReportedAtOnce() {
    assertThat(findings("traffic: {rps: 0, swing: 3}\nerrors: {rate: 9}\nsize: 1"))
        .extracting(Finding::path)
        .containsExactlyInAnyOrder("$.traffic.rps", "$.traffic.swing", "$.errors.rate", "$");
  }

  @Test
  void aVersionThatIsBetterOrBadAfterTheEndIsRefused() {
    assertThat(findings("errors: {rate: 0.1}\neffect: {errorRate: 0.01}"))
        .extracting(Finding::path)
        .containsExactly("$.effect.errorRate");
    assertThat(findings("effect: {onset: 2h}\nhorizon: 1h"))
        .extracting(Finding::path)
        .containsExactly("$.effect.onset");
  }

  @Test
  void whatIsNoDocumentIsRefusedInTheWordsOfAModel() {
    assertThat(findings("- 1").getFirst().fix()).isEqualTo("write traffic, errors and effect");
    assertThat(findings("").getFirst().rule()).isEqualTo("must be a traffic model");
    assertThat(findings("{").getFirst().rule()).isEqualTo("must be JSON");
  }
}
