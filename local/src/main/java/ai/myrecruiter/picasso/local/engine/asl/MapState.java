package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Template;
import java.util.Optional;

/**
 * Runs one machine for each item of an array.
 *
 * @param items where the array is in the state's selected input
 * @param selector makes the input of an iteration; nothing to take the item
 * @param processor what runs for each item
 * @param limits how many iterations may run and fail
 * @param work how the outputs are placed; the parameters of a Map are its selector
 * @param next nothing when it ends its machine
 */
public record MapState(
    String name,
    InputOutput io,
    Path items,
    Optional<Template> selector,
    Machine processor,
    MapLimits limits,
    Work work,
    Recovery recovery,
    Optional<String> next)
    implements State {
  @Override
  public String type() {
    return "Map";
  }
}
