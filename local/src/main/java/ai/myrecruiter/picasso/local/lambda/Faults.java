package ai.myrecruiter.picasso.local.lambda;

import java.util.HashMap;
import java.util.Map;

/** The faults in force, by function and version. To be used on the event loop only. */
public final class Faults {
  private record Key(String function, String version) {}

  private final Map<Key, VersionFaults> faults = new HashMap<>();

  /** Sets the faults of one version, in place of those it had. */
  public void set(String function, String version, VersionFaults what) {
    faults.put(new Key(function, version), what);
  }

  /** Ends every fault of every version. */
  public void clear() {
    faults.clear();
  }

  VersionFaults of(String function, String version) {
    return faults.getOrDefault(new Key(function, version), VersionFaults.NONE);
  }
}
