package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void alignsColumnsAndLeavesNoTrailingBlanks() {
    var table = new TextTable("NAME", "N", "WHY").row("a", "1000", "x").row("longer", "1", "");

    assertThat(table.lines()).containsExactly("NAME    N     WHY", "a       1000  x", "longer  1");
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable("A", "B").row("1"))
        .withMessageContaining("1 cells for 2 columns");
  }
}
