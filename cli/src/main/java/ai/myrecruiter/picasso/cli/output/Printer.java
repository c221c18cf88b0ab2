package ai.myrecruiter.picasso.cli.output;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.io.PrintWriter;
import java.util.List;

/** Prints data to standard output in the form that was asked for. */
public final class Printer {
  private final OutputFormat format;
  private final PrintWriter out;

  /** Prints in a form. */
  public Printer(OutputFormat format, PrintWriter out) {
    this.format = format;
    this.out = out;
  }

  /** Prints a value, or its lines for people. */
  public void print(Object data, List<String> lines) {
    switch (format) {
      case JSON -> out.println(Contracts.toNode(data).toPrettyString());
      case TABLE -> lines.forEach(out::println);
    }
    out.flush();
  }

  /** Prints a value as JSON on one line: one of several to come. */
  public void printLine(Object data) {
    out.println(Contracts.write(data));
    out.flush();
  }

  /** Whether programs read this. */
  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
