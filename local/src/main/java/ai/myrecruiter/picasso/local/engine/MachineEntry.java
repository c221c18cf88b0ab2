package ai.myrecruiter.picasso.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A state machine with all that hangs on it; changed on the loop only. */
final class MachineEntry {
  private static final int MAX_TAGS = 50;
  final NavigableMap<Integer, MachineVersion> versions = new TreeMap<>();
  final Map<String, MachineAlias> aliases = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  StateMachine current;
  private int published;

  MachineEntry(StateMachine first) {
    this.current = first;
  }

  int nextNumber() {
    return ++published;
  }

  Optional<MachineVersion> version(MachineArn arn) {
    return arn.version().map(versions::get);
  }

  /** The version that the current revision was published as. */
  Optional<MachineVersion> ofCurrentRevision() {
    return versions.values().stream()
        .filter(version -> version.machine().equals(current))
        .findFirst();
  }

  Map<String, String> tags() {
    return Map.copyOf(tags);
  }

  void tag(Map<String, String> more) {
    var all = new LinkedHashMap<>(tags);
    all.putAll(more);
    if (all.size() > MAX_TAGS) {
      throw new StepFunctionsException(
          StepFunctionsException.Code.TOO_MANY_TAGS,
          "Too Many Tags: '%s' would have %d, at most %d"
              .formatted(current.arn(), all.size(), MAX_TAGS));
    }
    tags.putAll(more);
  }

  void untag(Iterable<String> keys) {
    keys.forEach(tags::remove);
  }
}
