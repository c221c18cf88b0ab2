package ai.myrecruiter.picasso.cli.demo;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

final class CrossTenantAttemptsTest {
  @Test
  void countsAttemptsAndFindsTheFirstSecond() throws IOException {
    var loop = new VirtualLoop(at(0), 1);
    try (var stage =
        Stage.open(loop, StageSettings.silent(BuiltFiles.find(BuiltFiles.root()).assembly()))) {
      put(stage, 5, 2);
      put(stage, 3, 1);
      put(stage, 9, 4);
      loop.runFor(Duration.ofSeconds(20));

      assertThat(CrossTenantAttempts.read(stage.cloudWatch(), DemoStage.FUNCTION, at(4), at(20)))
          .isEqualTo(new CrossTenantAttempts(6, Optional.of(at(5))));
      assertThat(CrossTenantAttempts.read(stage.cloudWatch(), "other", at(0), at(20)))
          .isEqualTo(CrossTenantAttempts.NONE);
    }
  }

  private static void put(Stage stage, int second, double count) {
    var datum =
        MetricDatum.builder()
            .metricName(CrossTenantAttempts.METRIC)
            .dimensions(Dimension.builder().name("FunctionName").value(DemoStage.FUNCTION).build())
            .timestamp(at(second))
            .storageResolution(1)
            .value(count)
            .build();
    stage
        .cloudWatch()
        .putMetricData(put -> put.namespace(CrossTenantAttempts.NAMESPACE).metricData(datum));
  }
}
