package ai.myrecruiter.picasso.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deployment packages that many stages of one JVM run, each file copied, hashed and loaded once. A
 * package's static state is shared by all of them; every environment has a handler of its own. For
 * use by many threads.
 */
public final class SharedCode implements AutoCloseable {
  private final CodeStore store;
  private final Map<Path, Code> byFile = new ConcurrentHashMap<>();
  private final Map<Path, PackagedCode> loaded = new ConcurrentHashMap<>();

  /**
   * Nothing yet.
   *
   * @param folder where the copies are kept; the owner deletes it
   */
  public SharedCode(Path folder) {
    this.store = new CodeStore(folder);
  }

  /** The package in a file, as it was when it was first asked for. */
  Code jar(Path file) {
    return byFile.computeIfAbsent(file, store::jar);
  }

  PackagedCode loaded(Path copy) {
    return loaded.computeIfAbsent(copy, PackagedCode::new);
  }

  @Override
  public void close() {
    for (var code : loaded.values()) {
      try {
        code.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a code file could not be closed", e);
      }
    }
  }
}
