package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as synthesized.
 *
 * @param name name of the stack
 * @param template the CloudFormation template
 * @param assets files by the S3 key under which the template names them
 */
public record StackTemplate(String name, JsonNode template, Map<String, Path> assets)
    implements Uploads {
  /** Copies the assets. */
  public StackTemplate {
    assets = Map.copyOf(assets);
  }

  /** An asset, whatever its bucket: the assembly has the file itself. */
  @Override
  public Optional<Path> find(String bucket, String key) {
    return Optional.ofNullable(assets.get(key));
  }
}
