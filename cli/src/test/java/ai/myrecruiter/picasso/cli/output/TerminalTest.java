package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm", "COLUMNS", "100");

  @Test
  void aPipeIsNotDrawnOnAndNotColoured() {
    assertThat(Terminal.of(null, XTERM)).isEqualTo(new Terminal(false, false, 100));
  }

  @Test
  void aTerminalIsDrawnOnInColourAtItsWidth() {
    assertThat(Terminal.of(true, XTERM)).isEqualTo(new Terminal(true, true, 100));
  }

  @Test
  void noColorTakesTheColoursOnly() {
    var terminal = Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"));

    assertThat(terminal).isEqualTo(new Terminal(true, false, 80));
  }

  @Test
  void anEmptyNoColorMeansNothing() {
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).colours()).isTrue();
  }

  @Test
  void aDumbTerminalIsNotDrawnOn() {
    assertThat(Terminal.of(true, Map.of("TERM", "dumb")).interactive()).isFalse();
    assertThat(Terminal.of(true, Map.of()).interactive()).isFalse();
  }

  @Test
  void theWidthStaysWithinWhatTheViewsCanUse() {
    assertThat(new Terminal(true, true, 3).width()).isEqualTo(48);
    assertThat(new Terminal(true, true, 999).width()).isEqualTo(120);
    assertThat(Terminal.of(true, Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
  }
}
