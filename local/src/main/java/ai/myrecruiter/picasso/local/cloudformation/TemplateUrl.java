package ai.myrecruiter.picasso.local.cloudformation;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a template is.
 *
 * @param bucket of S3
 * @param key without the slash before it
 */
record TemplateUrl(String bucket, String key) {
  private static final Pattern VIRTUAL_HOST =
      Pattern.compile("(.+)\\.s3(?:[.-][a-z0-9-]+)?\\.amazonaws\\.com");

  /**
   * Reads the address of an object, with its bucket in the host or in the path.
   *
   * @throws RuntimeException as CloudFormation refuses it
   */
  static TemplateUrl of(String url) {
    try {
      var uri = URI.create(url);
      var host = VIRTUAL_HOST.matcher(String.valueOf(uri.getHost()));
      var path = String.valueOf(uri.getPath()).replaceFirst("^/", "");
      if (uri.getHost() != null && host.matches() && !path.isEmpty()) {
        return new TemplateUrl(host.group(1), path);
      }
      var parts = path.split("/", 2);
      if (uri.getHost() != null && parts.length == 2 && !parts[1].isEmpty()) {
        return new TemplateUrl(parts[0], parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  private static RuntimeException refused() {
    return StackErrors.validation("TemplateURL must be a supported URL.");
  }
}
