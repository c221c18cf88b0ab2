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
 * @param uploads where code is that the template names
 */
public record ResourceRequest(
    StackTemplate stack, String logicalId, JsonNode properties, Account account, Uploads uploads) {
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
   * The code that the template names.
   *
   * @throws IllegalArgumentException in Lambda's words, when it is not there
   */
  public Path code() {
    var bucket = properties.path("Code").path("S3Bucket").asText();
    var key = properties.path("Code").path("S3Key").asText();
    return uploads
        .find(bucket, key)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist. (bucket %s, key %s: upload the assets of %s first)"
                    .formatted(bucket, key, stack.name())));
  }
}
