package ai.myrecruiter.picasso.cli.view;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.output.Style;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangeLinesTest {
  @Test
  void givesEachLineOnceInItsOrder() {
    var changes = new ChangeLines();

    assertThat(changes.since(Records.accepted()))
        .containsExactly(
            "08:00:00  ACCEPTED           mia started the rollout of picasso-staging-chat:live in"
                + " staging with plan careful");
    assertThat(changes.since(Records.accepted())).isEmpty();
    assertThat(changes.since(Records.published()))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("08:00:01  PREFLIGHT ");
  }

  @Test
  void aLineOfATimelineIsOneLine() {
    var rollout = Records.accepted().noted("first\nsecond\tthird", at(1));

    assertThat(new ChangeLines().since(rollout).getLast()).endsWith("first second third");
  }

  @Test
  void whatAStrangerWroteDoesNotSteerTheTerminal() {
    var rollout = Records.accepted().noted("\u001b[2Jgone\u0007", at(1));

    assertThat(new ChangeLines().since(rollout).getLast()).endsWith("?[2Jgone?");
    assertThat(new RolloutView(Style.PLAIN, 80).lines(rollout, Optional.empty(), at(1)))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void thePlainShowPrintsOnlyWhatIsNew() {
    var printed = new ArrayList<String>();
    var show = new PlainShow(printed::add);

    show.show(Records.accepted(), Optional.empty(), at(1));
    show.show(Records.accepted(), Optional.empty(), at(2));
    show.show(Records.accepted().preflighting(at(3)), Optional.empty(), at(3));

    assertThat(printed).hasSize(2);
  }
}
