package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.Optional;

/** A metric math expression, parsed. */
sealed interface MathExpression {
  /** A number. */
  record Constant(double value) implements MathExpression {}

  /** The values of another query of the same request, by its id. */
  record Reference(String id) implements MathExpression {}

  /** Minus. */
  record Negation(MathExpression operand) implements MathExpression {}

  /** Two operands, point by point. */
  record Operation(Operator operator, MathExpression left, MathExpression right)
      implements MathExpression {}

  /** {@code FILL(series, value)}: a value for each period without one. */
  record Fill(MathExpression series, MathExpression value) implements MathExpression {}

  /** {@code FILL(series, REPEAT)}: the value of the period before. */
  record Repeat(MathExpression series) implements MathExpression {}

  /** {@code IF(condition, yes, no)}; without {@code no} a point that is not met has no value. */
  record Condition(MathExpression condition, MathExpression yes, Optional<MathExpression> no)
      implements MathExpression {}

  /** The operators, by how they are written, weakest first. */
  enum Operator {
    OR(0, "||", "OR"),
    AND(1, "&&", "AND"),
    EQUAL(2, "==", "=="),
    UNEQUAL(2, "!=", "!="),
    AT_MOST(2, "<=", "<="),
    AT_LEAST(2, ">=", ">="),
    LESS(2, "<", "<"),
    GREATER(2, ">", ">"),
    PLUS(3, "+", "+"),
    MINUS(3, "-", "-"),
    TIMES(4, "*", "*"),
    OVER(4, "/", "/");

    static final int STRONGEST = 4;
    private final int strength;
    private final String sign;
    private final String word;

    Operator(int strength, String sign, String word) {
      this.strength = strength;
      this.sign = sign;
      this.word = word;
    }

    static Optional<Operator> of(String sign, int strength) {
      for (var operator : values()) {
        if (operator.strength == strength
            && (operator.sign.equals(sign) || operator.word.equals(sign))) {
          return Optional.of(operator);
        }
      }
      return Optional.empty();
    }

    /** The result, 1 or 0 for a comparison; not a number where there is none. */
    double apply(double left, double right) {
      return switch (this) {
        case OR -> truth(left != 0 || right != 0);
        case AND -> truth(left != 0 && right != 0);
        case EQUAL -> truth(left == right);
        case UNEQUAL -> truth(left != right);
        case AT_MOST -> truth(left <= right);
        case AT_LEAST -> truth(left >= right);
        case LESS -> truth(left < right);
        case GREATER -> truth(left > right);
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case OVER -> right == 0 ? Double.NaN : left / right;
      };
    }

    private static double truth(boolean holds) {
      return holds ? 1 : 0;
    }
  }
}
