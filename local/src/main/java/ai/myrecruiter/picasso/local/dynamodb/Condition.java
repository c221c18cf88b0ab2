package ai.myrecruiter.picasso.local.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition on one item; an item that does not exist has no attributes. */
sealed interface Condition {
  /** Whether the condition holds for an item. */
  boolean holds(Map<String, AttributeValue> item);

  /** {@code attribute_exists(name)}. */
  record Exists(String attribute) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return item.containsKey(attribute);
    }
  }

  /** {@code NOT condition}. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return !condition.holds(item);
    }
  }

  /** Conditions joined by {@code AND}. */
  record All(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return conditions.stream().allMatch(condition -> condition.holds(item));
    }
  }

  /** Conditions joined by {@code OR}. */
  record Any(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return conditions.stream().anyMatch(condition -> condition.holds(item));
    }
  }

  /** One operand against another; false where an attribute is missing. */
  record Compared(Operand left, Comparator comparator, Operand right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      var one = left.value(item);
      var two = right.value(item);
      return comparator.holds(one, two);
    }
  }

  /** An attribute or a value. */
  sealed interface Operand {
    /** The value, if the item has it. */
    Optional<AttributeValue> value(Map<String, AttributeValue> item);

    /** An attribute by its name. */
    record Attribute(String name) implements Operand {
      @Override
      public Optional<AttributeValue> value(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(name));
      }
    }

    /** A value of the request. */
    record Value(AttributeValue given) implements Operand {
      @Override
      public Optional<AttributeValue> value(Map<String, AttributeValue> item) {
        return Optional.of(given);
      }
    }
  }

  /** How two values are compared; values of different types are different and have no order. */
  enum Comparator {
    EQUAL("="),
    DIFFERENT("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    boolean holds(Optional<AttributeValue> one, Optional<AttributeValue> two) {
      if (one.isEmpty() || two.isEmpty()) {
        return this == DIFFERENT && one.isPresent() != two.isPresent();
      }
      return switch (this) {
        case EQUAL -> ItemValues.equal(one.get(), two.get());
        case DIFFERENT -> !ItemValues.equal(one.get(), two.get());
        case LESS, AT_MOST, MORE, AT_LEAST ->
            one.get().type() == two.get().type()
                && orders(ItemValues.compare(one.get(), two.get()));
      };
    }

    private boolean orders(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case DIFFERENT -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case MORE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }
  }
}
