package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RedrawTest {
  private final StringWriter screen = new StringWriter();
  private final Redraw redraw = new Redraw(new PrintWriter(screen));

  @Test
  void drawsOverWhatItDrewBefore() {
    redraw.draw(List.of("one", "two"));
    redraw.draw(List.of("three"));
    redraw.draw(List.of("four"));

    assertThat(screen.toString())
        .isEqualTo("one\ntwo\n\u001b[2A\r\u001b[Jthree\n\u001b[1A\r\u001b[Jfour\n");
  }

  @Test
  void whatIsLeftStays() {
    redraw.draw(List.of("one"));
    redraw.leave();
    redraw.draw(List.of("two"));

    assertThat(screen.toString()).isEqualTo("one\ntwo\n");
  }
}
