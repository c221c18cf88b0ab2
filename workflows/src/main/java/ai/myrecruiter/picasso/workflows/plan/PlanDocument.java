package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the text of a document into a tree, with a finding for whatever keeps it from being one.
 */
public final class PlanDocument {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_FINDINGS = 100;
  private static final int DEEPEST = 20;
  private static final double MOST_EXACT = 1e15;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(LIMITS).build();

  private final List<Finding> findings;

  private final String what;
  private final String hint;

  PlanDocument(List<Finding> findings) {
    this(findings, "a plan", "write name, stages, bake and alarms");
  }

  /**
   * A reader that adds to findings.
   *
   * @param what the document must be
   * @param hint what to write into it
   */
  public PlanDocument(List<Finding> findings, String what, String hint) {
    this.findings = findings;
    this.what = what;
    this.hint = hint;
  }

  /** At most a hundred findings, and a last one that counts the rest. */
  public static List<Finding> bounded(List<Finding> findings) {
    if (findings.size() <= MOST_FINDINGS) {
      return findings;
    }
    var rest = findings.size() - MOST_FINDINGS;
    var first = new ArrayList<>(findings.subList(0, MOST_FINDINGS));
    first.add(new Finding("$", rest + " more findings", "must follow the rules", "correct these"));
    return first;
  }

  /** The tree of a text; empty, with findings, when it is none. */
  public Optional<ObjectNode> read(String text) {
    if (text.length() > MOST_BYTES || utf8Length(text) > MOST_BYTES) {
      add("$", text.length() + " characters", "must be at most 256 KiB", "send " + what + " only");
      return Optional.empty();
    }
    var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var json = body.stripLeading().startsWith("{");
    try (var parser = (json ? JSON : YAML).createParser(body)) {
      return document(parser);
    } catch (StreamConstraintsException e) {
      add(
          "$",
          text,
          "must be nested at most " + DEEPEST + " deep",
          "write " + what + ": it needs 4");
      return Optional.empty();
    } catch (JsonProcessingException e) {
      add("$", at(e) + problem(e), "must be " + (json ? "JSON" : "YAML or JSON"), "correct it");
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be read", e);
    }
  }

  private Optional<ObjectNode> document(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      add("$", "nothing", "must be " + what, hint);
      return Optional.empty();
    }
    var tree = value(parser, "$");
    if (parser.nextToken() != null) {
      add("$", "more than one document", "must be one document", "put each in its own file");
    }
    if (!(tree instanceof ObjectNode mapping)) {
      add("$", tree.toString(), "must be a mapping", hint);
      return Optional.empty();
    }
    return Optional.of(mapping);
  }

  private JsonNode value(JsonParser parser, String path) throws IOException {
    var nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, path);
      case START_ARRAY -> {
        var list = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser, path + "[" + list.size() + "]"));
        }
        yield list;
      }
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      default -> isAlias(parser, path) ? nodes.missingNode() : nodes.textNode(parser.getText());
    };
  }

  /** What YAML takes for a number and Java does not, such as .nan, stays a text. */
  private static JsonNode number(JsonParser parser) throws IOException {
    var nodes = JsonNodeFactory.instance;
    try {
      var value = parser.getDoubleValue();
      var whole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
      return whole ? nodes.numberNode((long) value) : nodes.numberNode(value);
    } catch (JsonProcessingException e) {
      return nodes.textNode(parser.getText());
    }
  }

  /**
   * An alias stands for a part of the document elsewhere; a few of them can stand for gigabytes.
   */
  private boolean isAlias(JsonParser parser, String path) throws IOException {
    var alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    if (alias) {
      add(path, "*" + parser.getText(), "must not be a YAML alias", "write the value out");
    }
    return alias;
  }

  private ObjectNode mapping(JsonParser parser, String path) throws IOException {
    var mapping = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      var value = value(parser, path + "." + name);
      if (mapping.has(name)) {
        add(path + "." + name, value.toString(), "must be given once", "remove one of the two");
      }
      mapping.set(name, value);
    }
    return mapping;
  }

  private void add(String path, String value, String rule, String fix) {
    findings.add(new Finding(path, value, rule, fix));
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String at(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "?" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /** The problem; YAML's messages name the context first, and quote the document indented. */
  private static String problem(JsonProcessingException e) {
    var lines = e.getOriginalMessage().lines().filter(line -> !line.startsWith(" ")).toList();
    return lines.isEmpty() ? "" : ": " + lines.get(Math.min(1, lines.size() - 1));
  }
}
