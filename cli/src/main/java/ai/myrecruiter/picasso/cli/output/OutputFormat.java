package ai.myrecruiter.picasso.cli.output;

/** The form of what goes to standard output. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs: one JSON document, or one to a line where a command goes on. */
  JSON
}
