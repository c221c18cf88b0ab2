package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  @Test
  void keepsTheLatestTenLooksAndAllElse() {
    var timeline = Timeline.EMPTY.plus(entry(TimelineKind.TRANSITION, "start"));
    for (var i = 0; i < 300; i++) {
      timeline = timeline.plus(entry(TimelineKind.LOOK, "look " + i));
      timeline = i % 10 == 0 ? timeline.plus(entry(TimelineKind.NOTE, "note " + i)) : timeline;
    }
    assertThat(timeline.entries().getFirst().sentence()).isEqualTo("start");
    assertThat(timeline.entries()).filteredOn(e -> e.kind() == TimelineKind.NOTE).hasSize(30);
    assertThat(timeline.entries())
        .filteredOn(e -> e.kind() == TimelineKind.LOOK)
        .extracting(TimelineEntry::sentence)
        .containsExactlyElementsOf(IntStream.range(290, 300).mapToObj(i -> "look " + i).toList());
  }

  @Test
  void growsNoMoreByLooks() {
    var timeline = Timeline.EMPTY.plus(entry(TimelineKind.TRANSITION, "start"));
    for (var i = 0; i < 10; i++) {
      timeline = timeline.plus(entry(TimelineKind.LOOK, "look"));
    }
    assertThat(Contracts.write(timeline.plus(entry(TimelineKind.LOOK, "look"))))
        .isEqualTo(Contracts.write(timeline));
  }

  @Test
  void forgetsLooksFirst() {
    var timeline = Timeline.EMPTY;
    for (var i = 0; i < 195; i++) {
      timeline = timeline.plus(entry(TimelineKind.NOTE, "note " + i));
    }
    for (var i = 0; i < 8; i++) {
      timeline = timeline.plus(entry(TimelineKind.LOOK, "look " + i));
    }
    assertThat(timeline.entries()).hasSize(200);
    assertThat(timeline.entries()).filteredOn(e -> e.kind() == TimelineKind.NOTE).hasSize(195);
    assertThat(timeline.entries().get(195).sentence()).isEqualTo("look 3");
  }

  @Test
  void thenForgetsNotesAndAtLastTheOldestButTheFirst() {
    var timeline = Timeline.EMPTY;
    for (var i = 0; i < 250; i++) {
      timeline = timeline.plus(entry(TimelineKind.TRANSITION, "step " + i));
      timeline = timeline.plus(entry(TimelineKind.NOTE, "note " + i));
    }
    assertThat(timeline.entries()).hasSize(200);
    assertThat(timeline.entries().getFirst().sentence()).isEqualTo("step 0");
    assertThat(timeline.entries().getLast().sentence()).isEqualTo("note 249");
    assertThat(timeline.entries()).filteredOn(e -> e.kind() == TimelineKind.NOTE).hasSize(1);
  }

  @Test
  void keepsAFullDocumentWellBelowAnItem() {
    var timeline = Timeline.EMPTY;
    for (var i = 0; i < 400; i++) {
      timeline = timeline.plus(entry(TimelineKind.NOTE, "x".repeat(10_000)));
    }
    assertThat(timeline.entries().getLast().sentence()).hasSize(500).endsWith("...");
    assertThat(Contracts.write(timeline).length()).isLessThan(200_000);
  }

  private static TimelineEntry entry(TimelineKind kind, String sentence) {
    return new TimelineEntry(at(0), kind, RolloutStatus.OBSERVING, sentence);
  }
}
