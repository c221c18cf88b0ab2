package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole definition and reports everything that is wrong with it. */
final class DefinitionParser {
  private static final Definition NOTHING =
      new Definition(new Machine("", Map.of()), Optional.empty());
  private static final KnownDefinitions KNOWN = new KnownDefinitions();
  private static final int MAX_BYTES = 1024 * 1024;

  private DefinitionParser() {}

  static List<Finding> check(String json, Dialect dialect) {
    var findings = new Findings();
    read(json, findings, dialect);
    return findings.all();
  }

  static Definition parse(String json, Dialect dialect) {
    return KNOWN.find(json, dialect).orElseGet(() -> readAnew(json, dialect));
  }

  private static Definition readAnew(String json, Dialect dialect) {
    var findings = new Findings();
    var definition = read(json, findings, dialect);
    if (!findings.all().isEmpty()) {
      throw new DefinitionRefused(findings.all());
    }
    KNOWN.keep(json, dialect, definition);
    return definition;
  }

  private static Definition read(String json, Findings findings, Dialect dialect) {
    var fields = new Fields(object(json, findings), "", findings);
    if (!findings.all().isEmpty()) {
      return NOTHING;
    }
    fields.optionalText("Comment");
    fields.choice("Version", "1.0");
    if (!new QueryLanguage(fields).isJsonPath()) {
      return NOTHING;
    }
    var timeout =
        fields
            .wholeNumber("TimeoutSeconds", 0, Seconds.MAX)
            .filter(seconds -> seconds > 0)
            .map(Duration::ofSeconds);
    var machine = new MachineParser(findings, dialect).parse(fields);
    fields.refuseOthers();
    return new Definition(machine, dialect.type().timeout(timeout));
  }

  private static ObjectNode object(String json, Findings findings) {
    if (json.length() > MAX_BYTES) {
      findings.schema("/", "Definition must not be longer than " + MAX_BYTES + " bytes");
      return Json.object();
    }
    try {
      JsonNode node = json.isBlank() ? Json.text("") : Json.parseStrictly(json);
      if (node instanceof ObjectNode object) {
        return object;
      }
      findings.schema("", "Definition must be a valid JSON object");
    } catch (Json.InvalidJson e) {
      findings.add(
          Finding.Code.INVALID_JSON_DESCRIPTION,
          e.location(),
          e.problem() + "\n at " + e.location());
    }
    return Json.object();
  }

  /** The field QueryLanguage, of which this engine knows one value, and the fields of the other. */
  record QueryLanguage(Fields fields) {
    private static final List<String> JSONATA_ONLY = List.of("Arguments", "Output", "Items");

    /** Whether the rest can be read. */
    boolean isJsonPath() {
      var language = fields.choice("QueryLanguage", "JSONPath", "JSONata").orElse("JSONPath");
      if (!language.equals("JSONPath")) {
        fields.unsupported(
            "QueryLanguage", "The query language '" + language + "' is not run here; use JSONPath");
        return false;
      }
      fields.refuseUnsupported("Assign", "Variables are not run here; use ResultPath");
      JSONATA_ONLY.stream()
          .filter(fields::has)
          .forEach(field ->
              fields.schema(
                  "The QueryLanguage is set to 'JSONPath', but field '%s' is only supported for the 'JSONata' QueryLanguage"
                      .formatted(field)));
      return true;
    }
  }
}
