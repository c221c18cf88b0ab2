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
  private static final int MAX_BYTES = 1024 * 1024;

  private DefinitionParser() {}

  static List<Finding> check(String json, Dialect dialect) {
    var findings = new Findings();
    read(json, findings, dialect);
    return findings.all();
  }

  static Definition parse(String json, Dialect dialect) {
    var findings = new Findings();
    var definition = read(json, findings, dialect);
    if (!findings.all().isEmpty()) {
      throw new DefinitionRefused(findings.all());
    }
    return definition;
  }

  private static Definition read(String json, Findings findings, Dialect dialect) {
    var fields = new Fields(object(json, findings), "", findings);
    if (!findings.all().isEmpty()) {
      return new Definition(new Machine("", Map.of()), Optional.empty());
    }
    fields.optionalText("Comment");
    fields.optionalText("Version");
    new QueryLanguage(fields).refuseAllButJsonPath();
    var timeout = fields.wholeNumber("TimeoutSeconds", 1, Seconds.MAX).map(Duration::ofSeconds);
    var machine = new MachineParser(findings, dialect).parse(fields);
    fields.refuseOthers();
    return new Definition(machine, timeout);
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

  /** The field QueryLanguage, of which this engine knows one value. */
  record QueryLanguage(Fields fields) {
    private static final List<String> JSONATA_ONLY = List.of("Arguments", "Output", "Items");

    void refuseAllButJsonPath() {
      fields
          .optionalText("QueryLanguage")
          .filter(language -> !language.equals("JSONPath"))
          .ifPresent(language ->
              fields.unsupported(
                  "QueryLanguage",
                  "The query language '" + language + "' is not run here; use JSONPath"));
      fields.refuseUnsupported("Assign", "Variables are not run here; use ResultPath");
      JSONATA_ONLY.forEach(field ->
          fields.refuseUnsupported(
              field, "The field '" + field + "' belongs to JSONata, which is not run here"));
    }
  }
}
