package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Condition;
import ai.myrecruiter.picasso.local.engine.data.Kind;
import ai.myrecruiter.picasso.local.engine.data.Operator;
import ai.myrecruiter.picasso.local.engine.data.Operator.Relation;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Timestamps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the condition of a rule of a Choice. */
record ConditionParser(Fields fields) {
  private static final Map<Operator.Type, String> EXPECTED =
      Map.of(
          Operator.Type.STRING, "String",
          Operator.Type.NUMERIC, "Number",
          Operator.Type.BOOLEAN, "Boolean");
  private static final Condition PLACEHOLDER = new Condition.And(List.of());
  private static final Map<String, Operator> OPERATORS = operators();
  private static final Map<String, Kind> TESTS =
      Map.of(
          "IsPresent", Kind.PRESENT,
          "IsNull", Kind.NULL,
          "IsString", Kind.STRING,
          "IsNumeric", Kind.NUMERIC,
          "IsBoolean", Kind.BOOLEAN,
          "IsTimestamp", Kind.TIMESTAMP);

  private static final List<String> SELECTORS = List.of("And", "Or", "Not", "Variable");
  private static final Set<String> COMPARISONS = comparisons();

  private static Set<String> comparisons() {
    var names = new TreeSet<>(TESTS.keySet());
    OPERATORS.forEach((name, operator) -> {
      names.add(name);
      if (operator.relation() != Relation.MATCHES) {
        names.add(name + "Path");
      }
    });
    return names;
  }

  private static Map<String, Operator> operators() {
    var operators = new HashMap<String, Operator>();
    for (var type : Operator.Type.values()) {
      for (var relation : Relation.values()) {
        boolean known =
            switch (relation) {
              case EQUALS -> true;
              case MATCHES -> type == Operator.Type.STRING;
              case LESS_THAN, GREATER_THAN, LESS_THAN_EQUALS, GREATER_THAN_EQUALS ->
                  type != Operator.Type.BOOLEAN;
            };
        if (known) {
          operators.put(title(type) + title(relation), new Operator(type, relation));
        }
      }
    }
    return Map.copyOf(operators);
  }

  private static String title(Enum<?> constant) {
    var title = new StringBuilder();
    boolean upper = true;
    for (char c : constant.name().toCharArray()) {
      if (c != '_') {
        title.append(upper ? c : String.valueOf(c).toLowerCase(Locale.ROOT));
      }
      upper = c == '_';
    }
    return title.toString();
  }

  /** The condition; everything else of the rule must have been read before. */
  Condition parse() {
    fields.optionalText("Comment");
    var found = new ArrayList<Condition>();
    for (var name : fields.names()) {
      switch (name) {
        case "And" -> found.add(new Condition.And(several(name)));
        case "Or" -> found.add(new Condition.Or(several(name)));
        case "Not" ->
            found.add(new Condition.Not(new ConditionParser(fields.object(name)).parse()));
        default -> single(name, found);
      }
    }
    fields.has("Variable");
    fields.refuseOthers();
    if (SELECTORS.stream().filter(fields::has).count() != 1) {
      fields.schema("The object must have only one of the following fields, " + SELECTORS);
    } else if (found.size() != 1) {
      fields.schema(
          (found.isEmpty()
                  ? "This object should have only one of the following fields: "
                  : "There should only be one of the following fields: ")
              + COMPARISONS);
    }
    return found.isEmpty() ? PLACEHOLDER : found.getFirst();
  }

  private List<Condition> several(String name) {
    var conditions = new ArrayList<Condition>();
    fields.list(name).forEach(child -> conditions.add(new ConditionParser(child).parse()));
    if (conditions.isEmpty()) {
      fields.schema(name, "Value cannot be empty");
    }
    return conditions;
  }

  private void single(String name, List<Condition> found) {
    var kind = TESTS.get(name);
    var operator = OPERATORS.get(name);
    var ofPath = name.endsWith("Path") ? OPERATORS.get(name.substring(0, name.length() - 4)) : null;
    if (kind != null) {
      found.add(new Condition.Test(variable(), kind, fields.flag(name)));
    } else if (operator != null) {
      var operand = fields.value(name).orElseThrow();
      checkOperand(name, operator, operand);
      found.add(new Condition.Comparison(variable(), operator, operand));
    } else if (ofPath != null && ofPath.relation() != Relation.MATCHES) {
      var operand = fields.reference(name).orElse(Path.ROOT);
      found.add(new Condition.PathComparison(variable(), ofPath, operand));
    }
  }

  private Path variable() {
    return fields.reference("Variable").orElse(Path.ROOT);
  }

  private void checkOperand(String name, Operator operator, JsonNode operand) {
    boolean fits =
        switch (operator.type()) {
          case STRING -> operand.isTextual();
          case NUMERIC -> operand.isNumber();
          case BOOLEAN -> operand.isBoolean();
          case TIMESTAMP -> Timestamps.parse(operand.asText()).isPresent();
        };
    if (!fits) {
      fields.schema(
          name,
          operator.type() == Operator.Type.TIMESTAMP
              ? "String does not match RFC3339 timestamp"
              : "Expected value of type " + EXPECTED.get(operator.type()));
    }
  }
}
