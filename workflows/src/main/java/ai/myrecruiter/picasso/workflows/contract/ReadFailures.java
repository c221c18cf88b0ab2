package ai.myrecruiter.picasso.workflows.contract;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the JSON library says into findings with path, value, rule and fix. */
final class ReadFailures {
  private ReadFailures() {}

  /** A text that is not JSON. */
  static InvalidInput syntax(JsonProcessingException failure) {
    var at = failure.getLocation();
    var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new InvalidInput("$", problem(failure), "must be JSON" + where, "correct it");
  }

  /** The problem without what the library says about itself. */
  private static String problem(JsonProcessingException failure) {
    return failure
        .getOriginalMessage()
        .replaceFirst("(: enable `|: expected a valid | \\(bound as | \\(\\d+, from ).*", "")
        .replaceFirst(" \\(of type \\w+\\)", "");
  }

  /** A tree that is not the JSON of the type asked for. */
  static InvalidInput mapping(JsonProcessingException failure, JsonNode document) {
    var references =
        failure instanceof JsonMappingException mapping ? mapping.getPath() : List.<Reference>of();
    var path = path(references);
    if (refusal(failure) instanceof InvalidInput refused) {
      return new InvalidInput(refused.findings().stream().map(f -> f.under(path)).toList());
    }
    return new InvalidInput(List.of(finding(path, failure, at(references, document))));
  }

  private static Finding finding(String path, JsonProcessingException failure, JsonNode value) {
    if (value.isMissingNode()) {
      return new Finding(path, "nothing", "must be there", "add it");
    }
    if (failure instanceof UnrecognizedPropertyException) {
      return new Finding(path, value.toString(), "must be a known field", "remove it");
    }
    if (failure.getCause() instanceof InputCoercionException) {
      return new Finding(
          path, value.toString(), "must be a whole number of at most 64 bits", "correct it");
    }
    if (failure.getCause() instanceof NullPointerException) {
      return new Finding(
          path + nullIn(value), "null", "must be a value, not null", "remove it or write a value");
    }
    var type = failure instanceof MismatchedInputException e ? e.getTargetType() : null;
    return new Finding(path, value.toString(), "must be " + TypeNames.of(type), "correct it");
  }

  /** Where in a value that may hold no null there is one: in it, or in a list of it. */
  private static String nullIn(JsonNode value) {
    for (var field : value.properties()) {
      var inside = field.getValue().isArray() ? nullIn(field.getValue()) : "";
      if (field.getValue().isNull() || !inside.isEmpty()) {
        return "." + field.getKey() + inside;
      }
    }
    for (var i = 0; i < value.size() && value.isArray(); i++) {
      if (value.get(i).isNull()) {
        return "[" + i + "]";
      }
    }
    return "";
  }

  private static Throwable refusal(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && !(cause instanceof InvalidInput)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static JsonNode at(List<Reference> references, JsonNode document) {
    JsonNode node = document;
    for (var reference : references) {
      node =
          isField(reference)
              ? node.path(reference.getFieldName())
              : node.path(reference.getIndex());
    }
    return node;
  }

  private static String path(List<Reference> references) {
    var path = new StringBuilder("$");
    for (var reference : references) {
      if (isField(reference)) {
        path.append('.').append(reference.getFieldName());
      } else {
        path.append('[').append(reference.getIndex()).append(']');
      }
    }
    return path.toString();
  }

  private static boolean isField(Reference reference) {
    @Nullable String name = reference.getFieldName();
    return name != null;
  }
}
