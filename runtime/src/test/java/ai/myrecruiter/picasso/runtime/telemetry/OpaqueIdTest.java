package ai.myrecruiter.picasso.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpaqueIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0a1b2c3d-0000-4000-8000-00000000000a",
        "0123456789abcdef",
        "0000000000000000000000000000000000000000000000000000000000000fff"
      })
  void takesWhatMachinesMakeUp(String text) {
    assertThat(OpaqueId.of(text).orElseThrow().value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "ada@example.com",
        "123-45-6789",
        "4111111111111111",
        "555 010 9999",
        "0123456789ABCDEF",
        "0123456789abcde",
        "1990-01-01",
        "0a1b2c3d-0000-4000-8000-00000000000a\n"
      })
  void refusesWhatPeopleHave(String text) {
    assertThat(OpaqueId.of(text)).isEmpty();
    assertThatThrownBy(() -> new OpaqueId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a UUID");
  }

  @Test
  void doesNotRepeatWhatItRefuses() {
    assertThatThrownBy(() -> new OpaqueId("Ada Example")).hasMessageNotContaining("Ada");
  }
}
