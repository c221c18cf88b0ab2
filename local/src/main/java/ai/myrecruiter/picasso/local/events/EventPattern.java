package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/** Which events a rule takes: every field that is named must meet one of its alternatives. */
sealed interface EventPattern {
  /** Whether a part of an event fits; the part is missing when the event does not have it. */
  boolean matches(JsonNode part);

  /** Fields below, all of which must fit. */
  record Fields(Map<String, EventPattern> fields) implements EventPattern {
    /** Keeps a copy. */
    public Fields {
      fields = Map.copyOf(fields);
    }

    @Override
    public boolean matches(JsonNode part) {
      if (part.isArray()) {
        for (var element : part) {
          if (matches(element)) {
            return true;
          }
        }
        return false;
      }
      return fields.entrySet().stream()
          .allMatch(field -> field.getValue().matches(part.path(field.getKey())));
    }
  }

  /** A value, or one element of an array, that must meet one of the alternatives. */
  record Values(List<Matcher> alternatives) implements EventPattern {
    /** Keeps a copy. */
    public Values {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public boolean matches(JsonNode part) {
      if (!part.isArray()) {
        return meets(part);
      }
      for (var element : part) {
        if (meets(element)) {
          return true;
        }
      }
      return part.isEmpty() && meets(MissingNode.getInstance());
    }

    private boolean meets(JsonNode value) {
      return alternatives.stream().anyMatch(alternative -> alternative.matches(value));
    }
  }
}
