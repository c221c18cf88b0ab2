package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.shell.TextFile;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.plan.PlanReading;
import java.nio.file.Path;

/** A plan in a file. */
public final class PlanFile {
  private static final TextFile TEXT =
      new TextFile("FILE", "plan", "give the path of a YAML or JSON plan");

  private PlanFile() {}

  /** The plan in a file, or every finding, those about the file itself included. */
  public static PlanReading read(Path file) {
    String text;
    try {
      text = TEXT.read(file);
    } catch (InvalidInput unreadable) {
      return new PlanReading.Refused(unreadable.findings());
    }
    return PlanReader.read(text);
  }
}
