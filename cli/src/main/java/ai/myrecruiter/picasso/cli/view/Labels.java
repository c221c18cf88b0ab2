package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.cli.output.Wrapping;
import java.util.ArrayList;
import java.util.List;

/** Lines with a label on the left; what does not fit goes on below, indented. */
final class Labels {
  static final int WIDTH = 10;

  private Labels() {}

  static List<String> lines(String label, String text, int width) {
    var lines = new ArrayList<String>();
    for (var part : Wrapping.wrap(Wrapping.printable(text), width - WIDTH)) {
      lines.add(line(lines.isEmpty() ? label : "", part));
    }
    return lines;
  }

  static String line(String label, String text) {
    return (label + " ".repeat(WIDTH - label.length()) + text).stripTrailing();
  }
}
