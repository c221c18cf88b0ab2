package ai.myrecruiter.picasso.workflows.contract;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Turns what the JSON library says into findings with paths. */
final class ReadFailures {
  private ReadFailures() {}

  static InvalidInput explain(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return new InvalidInput(List.of(syntax(failure)));
    }
    var path = path(mapping.getPath());
    if (cause(mapping) instanceof InvalidInput refused) {
      return new InvalidInput(refused.findings().stream().map(f -> f.under(path)).toList());
    }
    return new InvalidInput(List.of(mapping(path, mapping)));
  }

  private static Finding syntax(JsonProcessingException failure) {
    var at = failure.getLocation();
    var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Finding("$", failure.getOriginalMessage(), "must be JSON" + where, "correct it");
  }

  private static Finding mapping(String path, JsonMappingException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException e ->
          new Finding(path, e.getPropertyName(), "must be a known field", "remove it");
      case InvalidFormatException e ->
          new Finding(path, String.valueOf(e.getValue()), e.getOriginalMessage(), "correct it");
      default -> new Finding(path, "?", failure.getOriginalMessage(), "correct it");
    };
  }

  private static Throwable cause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && !(cause instanceof InvalidInput)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String path(List<Reference> references) {
    var path = new StringBuilder("$");
    for (var reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append('.').append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}
