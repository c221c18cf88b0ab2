package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.tests.conformance.Verdict.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of cases that cannot agree: lines of {@code what | pattern | reason}, where the pattern
 * is a regular expression that is looked for in what {@code what} names.
 */
record ListedExceptions(List<Line> lines) {
  /** What a line looks at. */
  enum What {
    /** The name of the case. */
    NAME,
    /** The error that a refusal was recorded with. */
    ERROR,
    /** The call that was recorded. */
    OPERATION,
    /** What the engine says when it refuses a feature by name. */
    REFUSED,
    /** The features of a case whose tasks ask for outcomes that it does not have. */
    NO_OUTCOME
  }

  /** A line. */
  record Line(What what, Pattern pattern, String reason) {}

  /** Keeps the lines from change. */
  ListedExceptions {
    lines = List.copyOf(lines);
  }

  static ListedExceptions read(Path file) throws IOException {
    var lines = new ArrayList<Line>();
    for (var text : Files.readAllLines(file)) {
      if (!text.isBlank() && !text.startsWith("#")) {
        lines.add(line(text));
      }
    }
    return new ListedExceptions(lines);
  }

  private static Line line(String text) {
    var parts = text.split("\\s+\\|\\s+", 3);
    if (parts.length != 3 || parts[2].isBlank()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an exception: write 'what | pattern | reason'");
    }
    return new Line(
        What.valueOf(parts[0].strip().toUpperCase(java.util.Locale.ROOT)),
        Pattern.compile(parts[1]),
        parts[2].strip());
  }

  /** A verdict, excepted if a line says so; agreement needs no exception. */
  Verdict apply(RecordedCase recorded, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agrees _, Verdict.Excepted _ -> verdict;
      case Verdict.Differs differs ->
          lines.stream()
              .filter(line ->
                  subject(line.what(), recorded, differs)
                      .filter(subject -> line.pattern().matcher(subject).find())
                      .isPresent())
              .findFirst()
              .<Verdict>map(line -> new Verdict.Excepted(line.reason(), differs.difference()))
              .orElse(verdict);
    };
  }

  private static Optional<String> subject(
      What what, RecordedCase recorded, Verdict.Differs differs) {
    return switch (what) {
      case NAME -> Optional.of(recorded.name());
      case ERROR -> error(recorded);
      case OPERATION ->
          recorded.kind() == RecordedCase.Kind.CREATE_ERROR
              ? Optional.of(recorded.operation())
              : Optional.empty();
      case REFUSED -> of(Trouble.REFUSED, differs, differs.difference());
      case NO_OUTCOME -> of(Trouble.NO_OUTCOME, differs, recorded.features().toString());
    };
  }

  private static Optional<String> error(RecordedCase recorded) {
    var expected = recorded.expected();
    return Optional.ofNullable(expected.path("exception_typename").textValue())
        .or(() -> Optional.ofNullable(expected.path("Error").path("Code").textValue()));
  }

  private static Optional<String> of(Trouble trouble, Verdict.Differs differs, String subject) {
    return differs.trouble() == trouble ? Optional.of(subject) : Optional.empty();
  }
}
