package ai.myrecruiter.picasso.local.engine.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Passes its input on, or a fixed result.
 *
 * @param next nothing when it ends its machine
 */
public record PassState(
    String name, InputOutput io, Optional<JsonNode> result, Work work, Optional<String> next)
    implements State {
  @Override
  public String type() {
    return "Pass";
  }
}
