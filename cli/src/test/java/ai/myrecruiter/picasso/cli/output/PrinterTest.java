package ai.myrecruiter.picasso.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PrinterTest {
  private final StringWriter out = new StringWriter();

  @Test
  void printsLinesForPeople() {
    new Printer(OutputFormat.TABLE, new PrintWriter(out)).print(Map.of("a", 1), List.of("x", "y"));

    assertThat(out.toString()).isEqualTo("x\ny\n");
  }

  @Test
  void printsOneDocumentForPrograms() {
    new Printer(OutputFormat.JSON, new PrintWriter(out)).print(Map.of("a", 1), List.of("x"));

    assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("{\"a\":1}");
  }

  @Test
  void printsOneOfSeveralDocumentsOnALine() {
    var printer = new Printer(OutputFormat.JSON, new PrintWriter(out));
    printer.printLine(Map.of("a", 1));
    printer.printLine(Map.of("a", 2));

    assertThat(out.toString()).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
  }
}
