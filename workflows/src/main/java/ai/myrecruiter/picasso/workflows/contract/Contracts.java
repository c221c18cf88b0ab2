package ai.myrecruiter.picasso.workflows.contract;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one JSON form of every document that crosses a boundary: inputs and outputs of states, items
 * in tables, data on standard output. Keys are sorted and numbers canonical, so the same value
 * gives the same bytes; instants are ISO-8601 strings, durations short text, an empty Optional is
 * left out; unknown, duplicated and missing fields are refused.
 */
public final class Contracts {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new ContractModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private static final ObjectWriter DOCUMENTS = MAPPER.writer();

  private Contracts() {}

  /**
   * The canonical JSON of a value.
   *
   * @throws IllegalArgumentException when the value has no form in JSON (an infinity): a defect
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw noForm(e);
    }
  }

  /** The same, by the texts that are kept of its parts. */
  static String write(Object value, KeptTexts kept) {
    try {
      return DOCUMENTS.withAttribute(KeptTexts.class, kept).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw noForm(e);
    }
  }

  private static IllegalArgumentException noForm(JsonProcessingException e) {
    return new IllegalArgumentException("no JSON form: " + e.getOriginalMessage(), e);
  }

  /**
   * The value of a JSON text.
   *
   * @throws InvalidInput with the path, the value, the rule and the fix
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      if (json.stripLeading().startsWith("{")) {
        return MAPPER.readValue(json, type);
      }
    } catch (JsonProcessingException _) {
      // The tree says where and why.
    }
    return read(tree(json), type);
  }

  /**
   * The value of a JSON tree.
   *
   * @throws InvalidInput with the path, the value, the rule and the fix
   */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw ReadFailures.mapping(e, json);
    }
  }

  /**
   * The tree of a JSON text that is one object.
   *
   * @throws InvalidInput when it is not
   */
  public static JsonNode tree(String json) {
    try {
      var tree = MAPPER.readTree(json);
      InvalidInput.unless(
          tree.isObject(),
          "$",
          json.isBlank() ? "nothing" : json.strip(),
          "must be a JSON object",
          "send one JSON object");
      return tree;
    } catch (JsonProcessingException e) {
      throw ReadFailures.syntax(e);
    }
  }

  /** The tree of a value, as {@link #write} would write it. */
  public static JsonNode toNode(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** SHA-256, in lower-case hexadecimal, of the canonical JSON of a value. */
  public static String digest(Object value) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(write(value).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
