package ai.myrecruiter.picasso.local.engine.asl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The definitions that were read last: rehearsals make the same machines for stage after stage.
 * What a text says depends on nothing else, and a definition never changes. For use by many
 * threads.
 */
final class KnownDefinitions {
  private static final int MOST = 32;
  private final Map<Text, Definition> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, Definition> eldest) {
          return size() > MOST;
        }
      };

  private record Text(String json, Dialect dialect) {}

  synchronized Optional<Definition> find(String json, Dialect dialect) {
    return Optional.ofNullable(known.get(new Text(json, dialect)));
  }

  synchronized void keep(String json, Dialect dialect, Definition definition) {
    known.put(new Text(json, dialect), definition);
  }
}
