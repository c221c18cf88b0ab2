package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Word;
import java.util.Map;

/**
 * Whether the function can do its work: each dependency is asked for real, by one read that finds
 * nothing. Tells which one does not work and never why; the class of the failure is in the log.
 */
final class HealthCheck implements Endpoint {
  private final Map<Dependency, Runnable> probes;

  HealthCheck(Map<Dependency, Runnable> probes) {
    this.probes = Map.copyOf(probes);
  }

  @Override
  public Reply answer(Request request, Invocation invocation) {
    var dependencies = Reply.object();
    boolean well = true;
    for (var dependency : Dependency.values()) {
      boolean works = works(dependency, invocation);
      dependencies.put(dependency.text(), works ? "ok" : "unavailable");
      well &= works;
    }
    var origin = invocation.telemetry().origin();
    var json =
        Reply.object()
            .put("status", well ? "ok" : "degraded")
            .put("function", origin.function())
            .put("version", origin.version());
    json.set("dependencies", dependencies);
    return well
        ? Reply.ok(json)
        : new Reply(ErrorCode.NOT_HEALTHY.status(), json, ErrorCode.NOT_HEALTHY, Map.of());
  }

  private boolean works(Dependency dependency, Invocation invocation) {
    var probe = probes.get(dependency);
    if (probe == null) {
      return false;
    }
    try {
      probe.run();
      return true;
    } catch (RuntimeException failure) {
      invocation
          .telemetry()
          .log(
              LogLine.of(Level.ERROR, LogEvent.HEALTH)
                  .with(Word.DEPENDENCY, dependency)
                  .defect(failure));
      return false;
    }
  }
}
