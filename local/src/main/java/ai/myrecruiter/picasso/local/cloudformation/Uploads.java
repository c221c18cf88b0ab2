package ai.myrecruiter.picasso.local.cloudformation;

import java.nio.file.Path;
import java.util.Optional;

/** Where templates and code are that were uploaded for a deployment. */
@FunctionalInterface
public interface Uploads {
  /** The file of an object, if bucket and object are there. */
  Optional<Path> find(String bucket, String key);
}
