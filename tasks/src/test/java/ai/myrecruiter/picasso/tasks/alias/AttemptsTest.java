package ai.myrecruiter.picasso.tasks.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private final Attempts attempts = new Attempts();

  @Test
  void goesOnAfterAFailureAndKeepsTheOrder() {
    var lengths =
        attempts.each(
            List.of("chat", "broken", "streaming"),
            name -> {
              if (name.equals("broken")) {
                throw new IllegalStateException(name);
              }
              return name.length();
            });

    assertThat(lengths).containsOnlyKeys("chat", "streaming").containsEntry("chat", 4);
    assertThat(lengths.keySet()).containsExactly("chat", "streaming");
    assertThatThrownBy(attempts::throwFailure).hasMessage("broken");
  }

  @Test
  void throwsTheFirstFailureWithTheOthersAttached() {
    attempts.each(
        List.of("one", "two"),
        name -> {
          throw new IllegalStateException(name);
        });

    assertThat(attempts.failure()).hasMessage("one");
    assertThat(attempts.failure().getSuppressed()).isNotEmpty();
    assertThat(attempts.failure().getSuppressed()[0]).hasMessage("two");
  }

  @Test
  void throwsNothingIfNothingFailed() {
    attempts.each(List.of("one"), String::length);

    assertThatCode(attempts::throwFailure).doesNotThrowAnyException();
  }
}
