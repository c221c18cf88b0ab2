package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;

/** A compiled JSONPath into a state's input ({@code $}) or the context object ({@code $$}). */
public final class Path {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .build();

  /** All of the input. */
  public static final Path ROOT = parse("$");

  private final String text;
  private final boolean ofContext;
  private final boolean whole;
  private final JsonPath compiled;

  /** The same path when it names one place: most do, and following it is much faster. */
  private final Optional<ReferencePath> plain;

  private Path(String text, boolean ofContext, JsonPath compiled) {
    this.text = text;
    this.ofContext = ofContext;
    this.whole = text.equals("$") || text.equals("$$");
    this.compiled = compiled;
    this.plain = plain(ofContext ? text.substring(1) : text);
  }

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException when the text is not a path
   */
  public static Path parse(String text) {
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("'" + text + "' is not a JSONPath: it must start with $");
    }
    boolean ofContext = text.startsWith("$$");
    try {
      return new Path(text, ofContext, JsonPath.compile(ofContext ? text.substring(1) : text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is not a JSONPath: " + e.getMessage(), e);
    }
  }

  private static Optional<ReferencePath> plain(String text) {
    try {
      return Optional.of(ReferencePath.parse(text));
    } catch (IllegalArgumentException severalPlaces) {
      return Optional.empty();
    }
  }

  /** The path as it was written. */
  public String text() {
    return text;
  }

  /** Whether a path names at most one value, as opposed to a filter, a slice or a wildcard. */
  public boolean isDefinite() {
    return compiled.isDefinite();
  }

  /**
   * The value in a scope, or nothing when the path leads nowhere, behind the end of an array
   * included.
   */
  public Optional<JsonNode> find(Scope scope) {
    var document = document(scope);
    if (whole) {
      return Optional.of(document);
    }
    if (plain.isPresent()) {
      return plain.get().find(document);
    }
    try {
      return Optional.of(compiled.read(document, CONFIGURATION));
    } catch (PathNotFoundException e) {
      return Optional.empty();
    } catch (JsonPathException e) {
      throw unusable(e);
    }
  }

  /**
   * The value in a scope, for the fields InputPath and OutputPath; null behind the end of an array.
   *
   * @throws DataFailure when the path leads nowhere
   */
  public JsonNode require(Scope scope) {
    try {
      return read(scope);
    } catch (JsonPathException e) {
      throw unusable(e);
    }
  }

  /**
   * The value in a scope, for a named field; null behind the end of an array, as the service has
   * it.
   *
   * @throws DataFailure when the path leads nowhere
   */
  public JsonNode require(Scope scope, String field) {
    try {
      return read(scope);
    } catch (PathNotFoundException e) {
      throw DataFailure.runtime(
          "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
              .formatted(text, field, Json.write(scope.input())));
    } catch (JsonPathException e) {
      throw unusable(e);
    }
  }

  private DataFailure unusable(JsonPathException problem) {
    return DataFailure.runtime("Invalid path '" + text + "' : " + problem.getMessage());
  }

  private JsonNode read(Scope scope) {
    var document = document(scope);
    var found = whole ? Optional.of(document) : plain.flatMap(path -> path.find(document));
    return found.isPresent() ? found.get() : compiled.read(document, CONFIGURATION);
  }

  private JsonNode document(Scope scope) {
    return ofContext ? scope.context().get() : scope.input();
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Path that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
