package ai.myrecruiter.picasso.cli.output;

import java.io.PrintWriter;
import java.util.List;

/** A block of lines that is drawn again in place: ANSI cursor movements, nothing native. */
public final class Redraw {
  private static final String ERASE_BELOW = "\r\u001b[J";
  private final PrintWriter out;
  private int height;

  /** Draws to a terminal. */
  public Redraw(PrintWriter out) {
    this.out = out;
  }

  /** Draws lines where the last ones were. */
  public void draw(List<String> lines) {
    if (height > 0) {
      out.print("\u001b[%sA".formatted(height) + ERASE_BELOW);
    }
    lines.forEach(out::println);
    out.flush();
    height = lines.size();
  }

  /** Leaves what is drawn; the next block begins below it. */
  public void leave() {
    height = 0;
  }
}
