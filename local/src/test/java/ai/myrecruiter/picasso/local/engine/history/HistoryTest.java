package ai.myrecruiter.picasso.local.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private final History history = new History(() -> Instant.EPOCH);

  @Test
  void numbersEventsFromOneWithoutGaps() {
    assertThat(history.add(0, new EventDetails.ParallelStateStarted())).isEqualTo(1);
    assertThat(history.add(1, new EventDetails.ParallelStateFailed())).isEqualTo(2);
    assertThat(history.lastId()).isEqualTo(2);
    assertThat(history.events()).extracting(HistoryEvent::id).containsExactly(1L, 2L);
  }

  @Test
  void namesEventsAsTheServiceDoes() {
    assertThat(new EventDetails.StateEntered("Wait", "A", "{}").type())
        .isEqualTo("WaitStateEntered");
    assertThat(new EventDetails.StateAborted("Task").type()).isEqualTo("TaskStateAborted");
    assertThat(new EventDetails.LambdaFunctionStarted().type()).isEqualTo("LambdaFunctionStarted");
  }

  @Test
  void keepsTheLastPlaceForTheEnd() {
    for (int i = 1; i < History.MAX_EVENTS; i++) {
      history.add(i - 1, new EventDetails.ParallelStateStarted());
    }
    assertThatThrownBy(() -> history.add(0, new EventDetails.ParallelStateStarted()))
        .isInstanceOf(History.Full.class)
        .hasMessageContaining("25000");
    var end = new EventDetails.ExecutionFailed(Optional.empty(), Optional.empty());
    assertThat(history.add(0, end)).isEqualTo(History.MAX_EVENTS);
  }

  @Test
  void showsAViewThatNobodyCanChange() {
    assertThatThrownBy(() -> history.events().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
