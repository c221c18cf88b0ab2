package ai.myrecruiter.picasso.workflows.contract;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.core.JsonProcessingException;
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
    return new InvalidInput(
        "$", failure.getOriginalMessage(), "must be JSON" + where, "correct it");
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
    var type = failure instanceof MismatchedInputException e ? e.getTargetType() : null;
    return new Finding(path, value.toString(), "must be " + TypeNames.of(type), "correct it");
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
