package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.ReferencePath;
import ai.myrecruiter.picasso.local.engine.data.Template;
import java.util.Optional;

/**
 * How a state that works makes the input of its work and places the result.
 *
 * @param parameters the input, or nothing to take the state's
 * @param selector ResultSelector, or nothing to take the result as it is
 * @param resultPath where the result goes in the raw input; nothing when it is null, which drops it
 */
public record Work(
    Optional<Template> parameters,
    Optional<Template> selector,
    Optional<ReferencePath> resultPath) {}
