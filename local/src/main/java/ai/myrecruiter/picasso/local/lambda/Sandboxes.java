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
  private final PayloadHosting hosting;
  private final Optional<SharedCode> shared;
  private final Map<FunctionVersion, Deque<Sandbox>> idle = new HashMap<>();
  private final Map<FunctionVersion, PackagedCode> packages = new HashMap<>();

  Sandboxes(HandlerFactory factory, PayloadHosting hosting, Optional<SharedCode> shared) {
    this.factory = factory;
    this.hosting = hosting;
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
          new HandlerSandbox(factory.getClass().getClassLoader(), () -> factory.create(settings));
      case Code.Jar jar -> {
        var model = hosting.model().apply(settings);
        yield model.isPresent()
            ? new HandlerSandbox(factory.getClass().getClassLoader(), model::get)
            : packaged(version, jar);
      }
    };
  }

  private Sandbox packaged(FunctionVersion version, Code.Jar jar) {
    var settings = version.settings();
    var code =
        shared
            .map(loaded -> loaded.loaded(jar.file()))
            .orElseGet(() -> packages.computeIfAbsent(version, any -> new PackagedCode(jar.file())));
    var variables = hosting.variables(settings);
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.version());
    return variables.containsKey(LoopSandbox.WRAPPER)
        ? new LoopSandbox(code.loader(), version, variables)
        : new HandlerSandbox(code.loader(), () -> code.handler(settings.handler(), variables));
  }

  void giveBack(FunctionVersion version, Sandbox sandbox) {
    if (!sandbox.usable()) {
      sandbox.close();
      return;
    }
    idle.computeIfAbsent(version, any -> new ArrayDeque<>()).push(sandbox);
  }

  @Override
  public void close() {
    idle.values().forEach(free -> free.forEach(Sandbox::close));
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
