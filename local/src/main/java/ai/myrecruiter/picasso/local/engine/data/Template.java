package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The value of Parameters or ResultSelector: JSON in which a field whose name ends in {@code .$} is
 * replaced by the value of its expression.
 */
public sealed interface Template {
  /** Makes the value in a scope. */
  JsonNode evaluate(Scope scope);

  /**
   * Compiles a template.
   *
   * @param location where the template stands, such as {@code /States/A/Parameters}
   * @param refuse told of each bad field: its location and what is wrong
   */
  static Template compile(JsonNode node, String location, BiConsumer<String, String> refuse) {
    if (node.isObject()) {
      var fields = new ArrayList<Field>();
      node.properties()
          .forEach(field ->
              fields.add(
                  Field.compile(
                      field.getKey(), field.getValue(), location + "/" + field.getKey(), refuse)));
      return new Fields(fields);
    }
    if (node.isArray()) {
      var elements = new ArrayList<Template>();
      node.forEach(
          element -> elements.add(compile(element, location + "/" + elements.size(), refuse)));
      return new Elements(elements);
    }
    return new Fixed(node);
  }

  /** A value without expressions. */
  record Fixed(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }
  }

  /** The value of an expression, with the name of its field as it was written. */
  record Computed(Expression expression, String field) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return expression.evaluate(scope, field);
    }
  }

  /** A field of an object. */
  record Field(String name, Template value) {
    private static Field compile(
        String name, JsonNode value, String location, BiConsumer<String, String> refuse) {
      if (!name.endsWith(".$")) {
        return new Field(name, Template.compile(value, location, refuse));
      }
      var bare = name.substring(0, name.length() - 2);
      try {
        return new Field(bare, new Computed(Expression.parse(value.asText()), name));
      } catch (IllegalArgumentException e) {
        refuse.accept(
            location,
            "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call"
                .formatted(name));
        return new Field(bare, new Fixed(value));
      }
    }
  }

  /** An object. */
  record Fields(List<Field> fields) implements Template {
    /** Keeps the fields from change. */
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      var object = Json.object();
      fields.forEach(field -> object.set(field.name(), field.value().evaluate(scope)));
      return object;
    }
  }

  /** An array. */
  record Elements(List<Template> elements) implements Template {
    /** Keeps the elements from change. */
    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      var array = JsonNodeFactory.instance.arrayNode(elements.size());
      elements.forEach(element -> array.add(element.evaluate(scope)));
      return array;
    }
  }
}
