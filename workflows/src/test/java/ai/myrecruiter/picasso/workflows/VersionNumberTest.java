package ai.myrecruiter.picasso.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class VersionNumberTest {
  @Test
  void isReadAsLambdaWritesIt() {
    assertThat(VersionNumber.parse("12")).isEqualTo(new VersionNumber(12)).hasToString("12");
  }

  @Test
  void neverIsTheWorkbench() {
    assertThatThrownBy(() -> VersionNumber.parse("$LATEST"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("$LATEST")
        .hasMessageContaining("publish a version first");
  }

  @Test
  void refusesWhatIsNoVersion() {
    for (var text : new String[] {"", "0", "-1", "01", "1.0", "x", "1".repeat(19), "\u0661"}) {
      assertThatThrownBy(() -> VersionNumber.parse(text)).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> new VersionNumber(0)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void sortsByNumber() {
    assertThat(new VersionNumber(9)).isLessThan(new VersionNumber(10));
  }
}
