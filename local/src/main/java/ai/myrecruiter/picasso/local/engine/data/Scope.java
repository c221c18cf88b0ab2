package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a path or an intrinsic function can see.
 *
 * @param input what {@code $} stands for
 * @param context makes the context object, what {@code $$} stands for; asked only when needed
 * @param random for {@code States.UUID} and {@code States.MathRandom}
 */
public record Scope(JsonNode input, Supplier<JsonNode> context, RandomGenerator random) {
  /** The same scope over another input. */
  public Scope over(JsonNode other) {
    return new Scope(other, context, random);
  }
}
