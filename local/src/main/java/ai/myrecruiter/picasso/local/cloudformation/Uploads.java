package ai.myrecruiter.picasso.local.cloudformation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was uploaded for deployments: templates and code, by key, whatever the bucket. */
public final class Uploads {
  private final Map<String, Path> files = new ConcurrentHashMap<>();

  /** Keeps a file under a key. */
  public void put(String key, Path file) {
    files.put(key, file);
  }

  /** The file of a key. */
  public Optional<Path> find(String key) {
    return Optional.ofNullable(files.get(key));
  }

  Map<String, Path> all() {
    return Map.copyOf(files);
  }
}
