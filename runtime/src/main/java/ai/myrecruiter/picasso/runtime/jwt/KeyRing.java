package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one purpose. A rotation is four steps, each a function here that refuses to be taken
 * too early: {@link #add} a key that verifiers learn of, {@link #flip} to sign with it, let the old
 * one drain, {@link #drop} it. When a key is known to others, {@link #replaceAtOnce} ends all of
 * its tokens.
 *
 * @param active the id of the key that signs
 * @param keys one to eight of one algorithm, ids and keys all different, so that a secret never
 *     lies beside public keys; those that are neither active nor retiring are on their way in
 */
public record KeyRing(String active, List<RingKey> keys) {
  private static final int MOST = 8;

  /** Refuses a ring that breaks a rule. */
  public KeyRing {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > MOST) {
      throw illegal("a ring of %d keys: hold 1 to 8".formatted(keys.size()));
    }
    var kids = new HashSet<String>();
    var materials = new HashSet<String>();
    for (var key : keys) {
      if (!kids.add(key.kid())) {
        throw illegal("kid %s is there twice: give each key its own".formatted(key.kid()));
      }
      if (!materials.add(key.material().identity())) {
        throw illegal("kid %s has another kid's key: make a new key".formatted(key.kid()));
      }
      if (key.material().algorithm() != keys.getFirst().material().algorithm()) {
        throw illegal(
            "kid %s is of %s, another of %s: keep one algorithm in a ring, replace it at once"
                .formatted(
                    key.kid(), key.material().algorithm(), keys.getFirst().material().algorithm()));
      }
      if (key.kid().equals(active) && key.retireAt().isPresent()) {
        throw illegal("active key %s retires: flip to another first".formatted(active));
      }
    }
    if (!kids.contains(active)) {
      throw illegal("active kid \"%s\" is not among %s".formatted(active, kids));
    }
  }

  /** The ring of a first key, which signs from the start. */
  public static KeyRing of(RingKey first) {
    return new KeyRing(first.kid(), List.of(first));
  }

  /** The key of an id. */
  public Optional<RingKey> find(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** The key that signs. */
  public RingKey activeKey() {
    return find(active).orElseThrow();
  }

  /**
   * Brings a key in: verifiers learn of it, nothing is signed with it yet.
   *
   * @throws IllegalKeyRing {@code begins-too-early} if its {@code notBefore} is before every
   *     verifier will have read the new ring: {@link Lifetimes#KEY_CACHE} and {@link
   *     Lifetimes#SKEW} from now
   */
  public KeyRing add(RingKey incoming, Instant now) {
    var earliest = now.plus(Lifetimes.KEY_CACHE).plus(Lifetimes.SKEW);
    if (incoming.notBefore().isBefore(earliest)) {
      throw new IllegalKeyRing(
          "begins-too-early",
          "key %s begins at %s: verifiers know it from %s on; set notBefore to that"
              .formatted(incoming.kid(), incoming.notBefore(), earliest));
    }
    return new KeyRing(active, Stream.concat(keys.stream(), Stream.of(incoming)).toList());
  }

  /**
   * Signs with another key from now on; the one before retires after {@link Lifetimes#DRAIN}.
   *
   * @throws IllegalKeyRing {@code unknown-kid}; {@code already-active}; {@code retiring} if the key
   *     was replaced before; {@code flip-too-early} before its {@code notBefore}
   */
  public KeyRing flip(String kid, Instant now) {
    var next = known(kid);
    if (kid.equals(active)) {
      throw new IllegalKeyRing("already-active", "key %s signs already".formatted(kid));
    }
    if (next.retireAt().isPresent()) {
      throw new IllegalKeyRing("retiring", "key %s retires: add a new key".formatted(kid));
    }
    if (now.isBefore(next.notBefore())) {
      throw new IllegalKeyRing(
          "flip-too-early",
          "key %s begins at %s and it is %s: wait".formatted(kid, next.notBefore(), now));
    }
    return new KeyRing(
        kid,
        keys.stream()
            .map(key -> key.kid().equals(active) ? key.retiring(now.plus(Lifetimes.DRAIN)) : key)
            .toList());
  }

  /**
   * Takes a key out: a retired one, or one that never signed.
   *
   * @throws IllegalKeyRing {@code unknown-kid}; {@code active-key}; {@code drop-too-early} before
   *     its {@code retireAt}, while tokens of it may be in force
   */
  public KeyRing drop(String kid, Instant now) {
    var key = known(kid);
    if (kid.equals(active)) {
      throw new IllegalKeyRing("active-key", "key %s signs: flip to another first".formatted(kid));
    }
    if (key.retireAt().isPresent() && now.isBefore(key.retireAt().get())) {
      throw new IllegalKeyRing(
          "drop-too-early",
          "tokens of key %s may be in force until %s and it is %s: wait"
              .formatted(kid, key.retireAt().get(), now));
    }
    return new KeyRing(active, keys.stream().filter(each -> !each.kid().equals(kid)).toList());
  }

  /**
   * The emergency: a ring of the new key alone. Tokens of every earlier key are refused as soon as
   * verifiers read it, within {@link Lifetimes#KEY_CACHE}; revoke the tenants too to be instant.
   *
   * @throws IllegalKeyRing {@code reused-kid} if the new key has an id or a key of this ring;
   *     {@code flip-too-early} before its {@code notBefore}
   */
  public KeyRing replaceAtOnce(RingKey replacement, Instant now) {
    for (var key : keys) {
      if (key.kid().equals(replacement.kid())
          || key.material().identity().equals(replacement.material().identity())) {
        throw new IllegalKeyRing(
            "reused-kid", "%s is of the replaced ring: make a new key".formatted(key.kid()));
      }
    }
    if (now.isBefore(replacement.notBefore())) {
      throw new IllegalKeyRing(
          "flip-too-early",
          "key %s begins at %s: it must sign now".formatted(replacement.kid(), now));
    }
    return of(replacement);
  }

  /** The ring as verifiers hold it: nothing in it can sign. */
  public KeyRing publicHalf() {
    return new KeyRing(active, keys.stream().map(RingKey::publicHalf).toList());
  }

  private RingKey known(String kid) {
    return find(kid)
        .orElseThrow(
            () -> new IllegalKeyRing("unknown-kid", "no key \"%s\" in the ring".formatted(kid)));
  }

  private static IllegalKeyRing illegal(String message) {
    return new IllegalKeyRing("illegal-ring", message);
  }
}
