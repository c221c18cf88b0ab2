package ai.myrecruiter.picasso.runtime.redaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The texts that redaction is measured on, with what must be found in them. */
final class LabelledSample {
  private static final Pattern LABEL = Pattern.compile("\\{([A-Z_]+):([^{}]*)}");

  /** A text and its labels. */
  record Line(String text, List<Span> labels) {}

  private LabelledSample() {}

  static List<Line> read() {
    try (var file = LabelledSample.class.getResourceAsStream("sample.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(LabelledSample::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Line parse(String marked) {
    var source = marked.replace("\\n", "\n");
    source =
        Pattern.compile("\\\\u([0-9a-f]{4})")
            .matcher(source)
            .replaceAll(hex -> Character.toString(Integer.parseInt(hex.group(1), 16)));
    var text = new StringBuilder();
    var labels = new ArrayList<Span>();
    int end = 0;
    for (var label : LABEL.matcher(source).results().toList()) {
      text.append(source, end, label.start());
      int from = text.length();
      text.append(label.group(2));
      labels.add(new Span(Category.valueOf(label.group(1)), from, text.length()));
      end = label.end();
    }
    return new Line(text.append(source.substring(end)).toString(), List.copyOf(labels));
  }
}
