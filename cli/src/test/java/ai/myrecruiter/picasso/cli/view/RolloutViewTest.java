package ai.myrecruiter.picasso.cli.view;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Golden;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RolloutViewTest {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9]+m");
  private static final ClientTraffic CLIENT = new ClientTraffic(1204, 31, 41.6);

  private static void golden(String name, Rollout rollout, Instant now) {
    var lines = new RolloutView(Style.PLAIN, 80).lines(rollout, Optional.of(CLIENT), now);
    Golden.check("cli/src/test/resources/views/" + name + ".txt", String.join("\n", lines) + "\n");
  }

  private static Map<String, Rollout> everyStatus() {
    var all = new LinkedHashMap<String, Rollout>();
    all.put("accepted", Records.accepted());
    all.put("published", Records.published());
    all.put("observing", Records.observing());
    all.put("passing", Records.looked(new Tally(90_000, 900), new Tally(10_000, 99)));
    all.put("failing", Records.looked(new Tally(900, 1), new Tally(100, 31)));
    all.put("awaiting", Records.awaiting("token", at(3625)));
    all.put("rolling-back", Records.rollingBack());
    all.put("rolled-back", Records.rolledBack());
    all.put("completed", Records.completed());
    all.put("refused", Records.refused());
    return all;
  }

  @Test
  void showsEachPointOfARolloutsLife() {
    everyStatus().forEach((name, rollout) -> golden(name, rollout, at(90)));
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (var width : new int[] {48, 57, 80, 120}) {
      everyStatus()
          .forEach((name, rollout) ->
              assertThat(
                      new RolloutView(Style.PLAIN, width)
                          .lines(rollout, Optional.of(CLIENT), at(90)))
                  .as(name + " at " + width)
                  .allMatch(line -> line.length() <= width));
    }
  }

  @Test
  void coloursChangeNothingButColours() {
    everyStatus()
        .forEach((name, rollout) -> {
          var plain = new RolloutView(Style.PLAIN, 80).lines(rollout, Optional.empty(), at(90));
          var coloured =
              new RolloutView(new Style(true), 80).lines(rollout, Optional.empty(), at(90));
          assertThat(coloured.stream().map(line -> COLOUR.matcher(line).replaceAll("")))
              .as(name)
              .isEqualTo(plain);
          assertThat(String.join("", coloured)).contains("\u001b[");
        });
  }

  @Test
  void showsTheTaskTokenToNobody() {
    var lines =
        new RolloutView(Style.PLAIN, 80)
            .lines(Records.awaiting("secret-token", at(3625)), Optional.empty(), at(30));

    assertThat(String.join("", lines)).doesNotContain("secret-token").contains("approve");
  }

  @Test
  void theClockOfAnEndedRolloutStands() {
    var view = new RolloutView(Style.PLAIN, 80);

    assertThat(view.lines(Records.completed(), Optional.empty(), at(5000)))
        .isEqualTo(view.lines(Records.completed(), Optional.empty(), at(90)));
  }
}
