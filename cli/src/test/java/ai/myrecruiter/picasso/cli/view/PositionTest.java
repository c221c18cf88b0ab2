package ai.myrecruiter.picasso.cli.view;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import org.junit.jupiter.api.Test;

final class PositionTest {
  @Test
  void marksWhatIsPassedAndWhatIsPresent() {
    assertThat(Position.marks(Records.accepted()))
        .containsExactly("[ ] first 10 %", "[ ] half 50 %", "[ ] bake 95 %");
    assertThat(Position.marks(Records.observing()))
        .containsExactly("[>] first 10 %", "[ ] half 50 %", "[ ] bake 95 %");
    assertThat(Position.marks(Records.completed()))
        .containsExactly("[x] first 10 %", "[x] half 50 %", "[x] bake 95 %");
    assertThat(Position.marks(Records.rolledBack()))
        .containsExactly("[!] first 10 %", "[ ] half 50 %", "[ ] bake 95 %");
  }

  @Test
  void marksTheBakeWhilePromoting() {
    var promoting =
        Records.looked(new Tally(9, 0), new Tally(1, 0))
            .shifting(1, at(8))
            .observing(at(9))
            .promoting(at(40));

    assertThat(Position.marks(promoting).getLast()).isEqualTo("[>] bake 95 %");
    assertThat(Position.stage(promoting)).isEqualTo("bake");
    assertThat(Position.sentence(promoting, at(41))).isEqualTo("promoting, 95 % on version 3");
  }

  @Test
  void saysHowLongAStageHasBeenWatchedAndHowLongItMay() {
    assertThat(Position.sentence(Records.observing(), at(12)))
        .isEqualTo("watching first, 10 % on version 3, 0:07 of 0:20");
    var half = Records.observing().shifting(1, at(25)).observing(at(26));
    assertThat(Position.sentence(half, at(36)))
        .isEqualTo("watching half, 50 % on version 3, 0:10 of 0:30 to 1:00");
  }

  @Test
  void hasNoStageBeforeTheFirst() {
    assertThat(Position.stage(Records.published())).isEqualTo("-");
  }
}
