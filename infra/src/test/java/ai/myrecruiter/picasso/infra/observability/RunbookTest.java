package ai.myrecruiter.picasso.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunbookTest {
  @ParameterizedTest
  @ValueSource(strings = {"AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"})
  void hasAHeadingForEveryAlarmThatIsDeployed(String type) throws IOException {
    var headings = new ArrayList<String>();
    Files.readAllLines(SynthesizedApp.root().resolve("docs/runbook.md")).stream()
        .filter(line -> line.startsWith("## "))
        .forEach(line -> headings.addAll(List.of(line.substring(3).split(", "))));
    for (var environment : new String[] {"staging", "production"}) {
      var prefix = "picasso-" + environment + "-";
      var alarms = new ArrayList<>(SynthesizedApp.properties(prefix + "observability", type));
      assertThat(alarms).isNotEmpty();
      alarms.addAll(SynthesizedApp.properties(prefix + "triggers", type));
      assertThat(alarms)
          .allSatisfy(alarm ->
              assertThat(headings)
                  .contains(alarm.path("AlarmName").asText().substring(prefix.length())));
    }
  }
}
