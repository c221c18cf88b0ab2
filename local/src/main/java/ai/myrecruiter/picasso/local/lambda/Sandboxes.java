package ai.myrecruiter.picasso.local.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The execution environments that wait for work, by the version they run. */
final class Sandboxes implements Closeable {
  private final HandlerFactory factory;
  private final Optional<SharedCode> shared;
  private final Map<FunctionVersion, Deque<Sandbox>> idle = new HashMap<>();
  private final Map<FunctionVersion, PackagedCode> packages = new HashMap<>();

  Sandboxes(HandlerFactory factory, Optional<SharedCode> shared) {
    this.factory = factory;
    this.shared = shared;
  }

  Sandbox take(FunctionVersion version) {
    var free = idle.computeIfAbsent(version, any -> new ArrayDeque<>()).poll();
    return free == null ? create(version) : free;
  }

  private Sandbox create(FunctionVersion version) {
    var settings = version.settings();
    return switch (version.code()) {
      case Code.Product _ ->
          new Sandbox(factory.getClass().getClassLoader(), () -> factory.create(settings));
      case Code.Jar jar -> {
        var code = packaged(version, jar);
        yield new Sandbox(code.loader(), () -> code.handler(settings.handler()));
      }
    };
  }

  private PackagedCode packaged(FunctionVersion version, Code.Jar jar) {
    return shared
        .map(code -> code.loaded(jar.file()))
        .orElseGet(() -> packages.computeIfAbsent(version, any -> new PackagedCode(jar.file())));
  }

  void giveBack(FunctionVersion version, Sandbox sandbox) {
    idle.computeIfAbsent(version, any -> new ArrayDeque<>()).push(sandbox);
  }

  @Override
  public void close() {
    for (var code : packages.values()) {
      try {
        code.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a code file could not be closed", e);
      }
    }
    packages.clear();
    idle.clear();
  }
}
