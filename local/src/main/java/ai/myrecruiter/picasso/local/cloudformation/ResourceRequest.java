package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * What a resource type is asked to make.
 *
 * @param stack the stack that it belongs to
 * @param logicalId its name in the template
 * @param properties its properties, every function in them evaluated
 * @param account where it will be
 */
public record ResourceRequest(
    StackTemplate stack, String logicalId, JsonNode properties, Account account) {
  /** A property that is text; empty text when it is absent. */
  public String text(String property) {
    return properties.path(property).asText();
  }

  /**
   * The physical name: the one that the template gives by a property, or one made of stack and
   * logical id.
   */
  public String name(String property) {
    return properties.path(property).asText(stack.name() + "-" + logicalId);
  }

  /**
   * The file that the template names by an S3 key.
   *
   * @throws IllegalArgumentException when the assembly has no such asset
   */
  public Path asset(String key) {
    var file = stack.assets().get(key);
    if (file == null) {
      throw new IllegalArgumentException(
          "S3Key %s is no asset of %s; code must come from the cloud assembly"
              .formatted(key, stack.name()));
    }
    return file;
  }
}
