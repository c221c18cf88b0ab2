package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;

/**
 * A stack as synthesized.
 *
 * @param name name of the stack
 * @param template the CloudFormation template
 * @param assets files by the S3 key under which the template names them
 */
public record StackTemplate(String name, JsonNode template, Map<String, Path> assets) {
  /** Copies the assets. */
  public StackTemplate {
    assets = Map.copyOf(assets);
  }
}
