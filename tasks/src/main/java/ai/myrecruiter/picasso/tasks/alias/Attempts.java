package ai.myrecruiter.picasso.tasks.alias;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same done for several functions, where the failure of one does not stop the others. */
public final class Attempts {
  private final List<RuntimeException> failures = new ArrayList<>();

  /** The results of those for which it did not fail, in their order. */
  public <T> Map<String, T> each(List<String> functions, Function<String, T> attempt) {
    var results = new LinkedHashMap<String, T>();
    for (var function : functions) {
      try {
        results.put(function, attempt.apply(function));
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
    }
    return results;
  }

  /** Throws the first failure, if there was one. */
  public void throwFailure() {
    if (!failures.isEmpty()) {
      throw failure();
    }
  }

  /** The first failure, with the others attached. */
  public RuntimeException failure() {
    var first = failures.getFirst();
    failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
    return first;
  }
}
