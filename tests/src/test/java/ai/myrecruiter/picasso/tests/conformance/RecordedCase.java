package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One recorded case; a line of a recording.
 *
 * @param name unique in its file
 * @param json everything that was recorded of it
 */
record RecordedCase(String name, JsonNode json) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MM-yyyy, HH:mm:ss", Locale.ROOT);
  private static final LocalDate REDRIVE = LocalDate.of(2023, 11, 15);

  /** The kinds of case that the format knows. */
  enum Kind {
    EXECUTION,
    CREATE_ERROR,
    VALIDATE,
    /** None of the format: what to replay is not known, so that it cannot agree. */
    UNKNOWN
  }

  /** All cases of a file; blank lines are skipped, a line that is no case is one that disagrees. */
  static List<RecordedCase> read(Path file) throws IOException {
    var cases = new ArrayList<RecordedCase>();
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        cases.add(read(line, "line " + number));
      }
    }
    return cases;
  }

  private static RecordedCase read(String line, String place) {
    try {
      var json = Json.parse(line);
      return new RecordedCase(json.path("name").asText(place), json);
    } catch (Json.InvalidJson e) {
      return new RecordedCase(place, Json.object().put("kind", "not JSON: " + e.problem()));
    }
  }

  Kind kind() {
    return switch (given()) {
      case "execution" -> Kind.EXECUTION;
      case "create-error" -> Kind.CREATE_ERROR;
      case "validate" -> Kind.VALIDATE;
      default -> Kind.UNKNOWN;
    };
  }

  /** The kind as it is written. */
  String given() {
    return json.path("kind").asText();
  }

  String definition() {
    return text("definition").or(() -> inRequest("definition")).orElse("");
  }

  Optional<String> input() {
    return text("input");
  }

  boolean isExpress() {
    return text("stateMachineType")
        .or(() -> inRequest("type"))
        .filter("EXPRESS"::equals)
        .isPresent();
  }

  /** The call that was recorded, of a case about a refusal. */
  String operation() {
    return text("op").orElse("CreateStateMachine");
  }

  List<String> features() {
    var features = new ArrayList<String>();
    json.path("features").forEach(feature -> features.add(feature.asText()));
    return features;
  }

  JsonNode expected() {
    return json.path("expect");
  }

  /** The events, if all of them were recorded. */
  JsonNode history() {
    return text("expectKind").filter("history"::equals).isPresent()
        ? json.path("history")
        : MissingNode.getInstance();
  }

  JsonNode tasks() {
    return json.path("tasks");
  }

  JsonNode transformers() {
    return json.path("transformers");
  }

  /** Whether the service did not yet show how often an execution was redriven. */
  boolean isOlderThanRedrive() {
    return text("recordedDate")
        .map(date -> LocalDateTime.parse(date, DATE).toLocalDate().isBefore(REDRIVE))
        .orElse(false);
  }

  private Optional<String> inRequest(String field) {
    return Optional.ofNullable(json.path("request").path(field).textValue());
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }
}
