package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrappingTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Wrapping.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(Wrapping.wrap("  one\n two ", 20)).containsExactly("one two");
  }

  @Test
  void cutsAWordThatIsWiderThanTheLine() {
    assertThat(Wrapping.wrap("a bbbbbbbb c", 3)).containsExactly("a", "bbb", "bbb", "bb", "c");
  }

  @Test
  void noLineIsWiderWhateverTheWidth() {
    var text = "Errors: version 3 fails more often than version 2 (e = 1,204, limit 100)";
    for (var width = 1; width < 90; width++) {
      var limit = width;
      assertThat(Wrapping.wrap(text, width)).allMatch(line -> line.length() <= limit);
      assertThat(String.join("", Wrapping.wrap(text, width)).replace(" ", ""))
          .isEqualTo(text.replace(" ", ""));
    }
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(Wrapping.wrap("", 10)).containsExactly("");
  }

  @Test
  void cutEndsWithDots() {
    assertThat(Wrapping.cut("abcdefgh", 8)).isEqualTo("abcdefgh");
    assertThat(Wrapping.cut("abcdefghi", 8)).isEqualTo("abcde...");
  }
}
