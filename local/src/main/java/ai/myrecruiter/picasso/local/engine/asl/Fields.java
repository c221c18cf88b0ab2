package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.ReferencePath;
import ai.myrecruiter.picasso.local.engine.data.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of a definition. A bad value is reported and replaced by a harmless
 * one, so that the rest is checked too; whoever reads must throw the result away if there are
 * findings.
 */
final class Fields {
  private final ObjectNode object;
  private final String location;
  private final Findings findings;
  private final Set<String> known = new HashSet<>();

  Fields(ObjectNode object, String location, Findings findings) {
    this.object = object;
    this.location = location;
    this.findings = findings;
  }

  String location(String field) {
    return location + "/" + field;
  }

  boolean has(String field) {
    known.add(field);
    return object.has(field);
  }

  void schema(String field, String message) {
    findings.schema(location(field), message);
  }

  void schema(String message) {
    findings.schema(location.isEmpty() ? "/" : location, message);
  }

  void unsupported(String field, String message) {
    findings.unsupported(location(field), message);
  }

  void refuseUnsupported(String field, String message) {
    if (has(field)) {
      unsupported(field, message);
    }
  }

  /** Reports every field that nobody has asked for. */
  void refuseOthers() {
    for (var name : names()) {
      if (!known.contains(name)) {
        schema("Field '" + name + "' is not supported");
      }
    }
  }

  /** Reports the fields that are missing, all in one finding. */
  void require(String... names) {
    var missing = new ArrayList<String>();
    for (var name : names) {
      if (!has(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      schema("These fields are required: " + missing);
    }
  }

  /** Reports it when more than one of some fields is there. */
  void atMostOne(String... names) {
    if (count(names) > 1) {
      schema("There should only be one of the following fields: " + List.of(names));
    }
  }

  /** Reports it when not exactly one of some fields is there. */
  void exactlyOne(String... names) {
    atMostOne(names);
    if (count(names) == 0) {
      schema("This object should have only one of the following fields: " + List.of(names));
    }
  }

  private long count(String... names) {
    return Arrays.stream(names).filter(this::has).count();
  }

  /** A text that is one of a few, or nothing. */
  Optional<String> choice(String field, String... values) {
    var text = optionalText(field);
    if (text.isPresent() && !List.of(values).contains(text.get())) {
      schema(field, "Value should be one of the following: " + List.of(values));
      return Optional.empty();
    }
    return text;
  }

  Optional<JsonNode> value(String field) {
    known.add(field);
    return Optional.ofNullable(object.get(field));
  }

  Optional<String> optionalText(String field) {
    return typed(field, "Expected value of type String", n -> n.isTextual() ? n.textValue() : null);
  }

  String text(String field) {
    return optionalText(field).orElse("");
  }

  boolean flag(String field) {
    return typed(field, "Expected value of type Boolean", n -> n.isBoolean() ? n.asBoolean() : null)
        .orElse(false);
  }

  Optional<Long> wholeNumber(String field, long least, long most) {
    return typed(field, "Expected value of type Integer", n -> n.isIntegralNumber() ? n : null)
        .filter(n -> fits(field, n, new Range(least, most)))
        .map(JsonNode::longValue);
  }

  Optional<Double> number(String field, long least, long most) {
    return typed(field, "Expected value of type Number", n -> n.isNumber() ? n : null)
        .filter(n -> fits(field, n, new Range(least, most)))
        .map(JsonNode::doubleValue);
  }

  private boolean fits(String field, JsonNode number, Range range) {
    var complaint = range.complaint(number);
    complaint.ifPresent(text -> schema(field, text));
    return complaint.isEmpty();
  }

  Optional<Path> path(String field) {
    return typed(field, "Value must be a valid JSONPath.", n -> attempt(n.asText(), Path::parse));
  }

  /** InputPath or OutputPath: everything by default, nothing for null. */
  Optional<Path> selection(String field) {
    return isNull(field) ? Optional.empty() : path(field).or(() -> Optional.of(Path.ROOT));
  }

  /** ResultPath: the place of everything by default, nothing for null. */
  Optional<ReferencePath> place(String field) {
    if (isNull(field)) {
      return Optional.empty();
    }
    return typed(field, notAReference(field), n -> attempt(n.asText(), ReferencePath::parse))
        .or(() -> Optional.of(ReferencePath.ROOT));
  }

  /** A path in a rule of a Choice, which the service calls a Reference Path. */
  Optional<Path> reference(String field) {
    return typed(field, notAReference(field), n -> attempt(n.asText(), Path::parse));
  }

  private String notAReference(String field) {
    var text = value(field).map(JsonNode::asText).orElse("");
    return "Value is not a Reference Path"
        + (text.startsWith("$") ? "" : ": Reference path didn't start with '$'");
  }

  Optional<Template> template(String field) {
    return value(field).map(node -> Template.compile(node, location(field), findings::schema));
  }

  /** An object, or one without fields when there is none. */
  Fields object(String field) {
    var node = value(field).orElse(null);
    if (node instanceof ObjectNode child) {
      return new Fields(child, location(field), findings);
    }
    if (node != null) {
      schema(field, "Expected value of type Object");
    }
    return new Fields(Json.object(), location(field), findings);
  }

  /** The names of the fields, in their order. */
  List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** A list of objects, empty when there is none. */
  List<Fields> list(String field) {
    var elements = new ArrayList<Fields>();
    var node = value(field).orElse(null);
    if (node == null) {
      return elements;
    }
    if (!node.isArray()) {
      schema(field, "Expected value of type Array");
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      var at = location(field) + "[" + i + "]";
      if (node.get(i) instanceof ObjectNode element) {
        elements.add(new Fields(element, at, findings));
      } else {
        findings.schema(at, "Expected value of type Object");
      }
    }
    return elements;
  }

  private boolean isNull(String field) {
    return value(field).filter(JsonNode::isNull).isPresent();
  }

  private <T> Optional<T> typed(
      String field, String complaint, Function<JsonNode, @Nullable T> reader) {
    var node = value(field).orElse(null);
    if (node == null) {
      return Optional.empty();
    }
    var value = reader.apply(node);
    if (value == null) {
      schema(field, complaint);
    }
    return Optional.ofNullable(value);
  }

  private <T> @Nullable T attempt(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
