package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Evaluates metric math over the periods of a window. A point exists where all it is made of
 * exists; a division by zero gives no point.
 */
final class MathEvaluator {
  private final List<Instant> timeline;
  private final Function<String, MathValue> references;

  /**
   * An evaluator.
   *
   * @param references gives the value of another query by its id, or refuses the id
   */
  MathEvaluator(List<Instant> timeline, Function<String, MathValue> references) {
    this.timeline = timeline;
    this.references = references;
  }

  MathValue evaluate(MathExpression expression) {
    return switch (expression) {
      case MathExpression.Constant(var value) -> new MathValue.Scalar(value);
      case MathExpression.Reference(var id) -> references.apply(id);
      case MathExpression.Negation(var operand) ->
          combine(MathExpression.Operator.MINUS, new MathValue.Scalar(0), evaluate(operand));
      case MathExpression.Operation(var operator, var left, var right) ->
          combine(operator, evaluate(left), evaluate(right));
      case MathExpression.Fill(var series, var value) -> fill(evaluate(series), evaluate(value));
      case MathExpression.Repeat(var series) -> repeat(evaluate(series));
      case MathExpression.Condition condition -> choose(condition);
    };
  }

  private MathValue combine(MathExpression.Operator operator, MathValue left, MathValue right) {
    if (left instanceof MathValue.Scalar(var one) && right instanceof MathValue.Scalar(var two)) {
      return new MathValue.Scalar(operator.apply(one, two));
    }
    return points(instant -> {
      var one = left.at(instant);
      var two = right.at(instant);
      return one.isPresent() && two.isPresent()
          ? OptionalDouble.of(operator.apply(one.getAsDouble(), two.getAsDouble()))
          : OptionalDouble.empty();
    });
  }

  private MathValue fill(MathValue series, MathValue value) {
    return points(instant -> {
      var there = series.at(instant);
      return there.isPresent() ? there : value.at(instant);
    });
  }

  private MathValue repeat(MathValue series) {
    return points(instant ->
        switch (series) {
          case MathValue.Scalar scalar -> scalar.at(instant);
          case MathValue.Series(var points) -> points.latest(instant);
        });
  }

  private MathValue choose(MathExpression.Condition condition) {
    var test = evaluate(condition.condition());
    var yes = evaluate(condition.yes());
    var no = condition.no().map(this::evaluate);
    return points(instant -> {
      var held = test.at(instant);
      if (held.isEmpty()) {
        return OptionalDouble.empty();
      }
      return held.getAsDouble() != 0
          ? yes.at(instant)
          : no.map(value -> value.at(instant)).orElse(OptionalDouble.empty());
    });
  }

  private MathValue points(Function<Instant, OptionalDouble> point) {
    var points = new Points();
    for (var instant : timeline) {
      point
          .apply(instant)
          .ifPresent(value -> {
            if (Double.isFinite(value)) {
              points.put(instant, value);
            }
          });
    }
    return new MathValue.Series(points);
  }
}
