package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StyleTest {
  @Test
  void withoutColoursEveryTextStaysAsItIs() {
    var style = Style.PLAIN;

    assertThat(
            style.good("a") + style.bad("b") + style.warn("c") + style.dim("d") + style.bold("e"))
        .isEqualTo("abcde");
  }

  @Test
  void withColoursATextIsPaintedAndReset() {
    assertThat(new Style(true).bad("x")).isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(new Style(true).good("")).isEmpty();
  }
}
