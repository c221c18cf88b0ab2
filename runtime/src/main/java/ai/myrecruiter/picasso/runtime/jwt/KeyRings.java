package ai.myrecruiter.picasso.runtime.jwt;

import java.util.HashSet;

/**
 * A ring for each purpose; no kid and no key serves both.
 *
 * @param stream the keys of {@link Purpose#STREAM}
 * @param manage the keys of {@link Purpose#MANAGE}
 */
public record KeyRings(KeyRing stream, KeyRing manage) {
  /** Refuses rings that share something. */
  public KeyRings {
    var kids = new HashSet<String>();
    var materials = new HashSet<String>();
    stream
        .keys()
        .forEach(key -> {
          kids.add(key.kid());
          materials.add(key.material().identity());
        });
    for (var key : manage.keys()) {
      if (kids.contains(key.kid()) || materials.contains(key.material().identity())) {
        throw new IllegalKeyRing(
            "illegal-ring",
            "key %s of manage is also in stream: a key serves one purpose".formatted(key.kid()));
      }
    }
  }

  /** The ring of a purpose. */
  public KeyRing ring(Purpose purpose) {
    return switch (purpose) {
      case STREAM -> stream;
      case MANAGE -> manage;
    };
  }

  /** These rings with one replaced. */
  public KeyRings with(Purpose purpose, KeyRing ring) {
    return switch (purpose) {
      case STREAM -> new KeyRings(ring, manage);
      case MANAGE -> new KeyRings(stream, ring);
    };
  }

  /** The rings as verifiers hold them. */
  public KeyRings publicHalf() {
    return new KeyRings(stream.publicHalf(), manage.publicHalf());
  }
}
