package ai.myrecruiter.picasso.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTest {
  private static final Finding FINDING =
      new Finding("$.weight", "101", "must be a number from 0.1 to 99", "use 1");

  @Test
  void saysPathValueRuleAndFixOnOneLine() {
    assertThat(FINDING.line()).isEqualTo("$.weight = 101: must be a number from 0.1 to 99; use 1");
  }

  @Test
  void movesUnderThePartItWasFoundIn() {
    assertThat(FINDING.under("$.stages[2]").path()).isEqualTo("$.stages[2].weight");
    assertThat(new Finding("environment", "x", "r", "f").under("$.environment").path())
        .isEqualTo("$.environment");
  }

  @Test
  void shortensAValueAndHidesControlCharacters() {
    assertThat(new Finding("$", "a\u001b[31m\nb", "r", "f").value()).isEqualTo("a?[31m?b");
    assertThat(new Finding("$", "x".repeat(1_000_000), "r", "f").value())
        .isEqualTo("x".repeat(80) + "...");
    assertThat(new Finding("$", "x".repeat(79) + "\ud83d\ude00", "r", "f").value())
        .doesNotContain("\ud83d");
  }

  @Test
  void makesAnErrorThatSaysThemAll() {
    var other = new Finding("$.name", "nothing", "must be a text", "add it");
    var error = new InvalidInput(List.of(FINDING, other));
    assertThat(error).hasMessage(FINDING.line() + "\n" + other.line());
    assertThat(error.findings()).containsExactly(FINDING, other);
    assertThat(error.code()).isEqualTo("invalid-input");
  }
}
