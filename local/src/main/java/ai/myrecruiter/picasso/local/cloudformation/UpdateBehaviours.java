package ai.myrecruiter.picasso.local.cloudformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;

/** What a change of a property does to a resource: in place, or another resource in its stead. */
public final class UpdateBehaviours {
  private static final String DOCUMENTED = "replacing-properties.txt";
  private final Map<String, Map<String, RequiresRecreation>> replacing;

  private UpdateBehaviours(Map<String, Map<String, RequiresRecreation>> replacing) {
    this.replacing = Map.copyOf(replacing);
  }

  /** The behaviours that AWS documents for the types of the product's templates. */
  public static UpdateBehaviours documented() {
    try (var in = UpdateBehaviours.class.getResourceAsStream(DOCUMENTED)) {
      var bytes = Objects.requireNonNull(in, DOCUMENTED).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Behaviours from lines of a type and the properties that replace it, {@code ?} for maybe. */
  static UpdateBehaviours parse(String text) {
    var replacing = new HashMap<String, Map<String, RequiresRecreation>>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.split(" ")))
        .forEach(words -> replacing.put(words.getFirst(), properties(words)));
    return new UpdateBehaviours(replacing);
  }

  private static Map<String, RequiresRecreation> properties(List<String> words) {
    var properties = new HashMap<String, RequiresRecreation>();
    for (var word : words.subList(1, words.size())) {
      boolean maybe = word.endsWith("?");
      properties.put(
          maybe ? word.substring(0, word.length() - 1) : word,
          maybe ? RequiresRecreation.CONDITIONALLY : RequiresRecreation.ALWAYS);
    }
    return properties;
  }

  /**
   * Whether a change of a property replaces the resource.
   *
   * @throws IllegalArgumentException when nobody wrote down how the type behaves
   */
  RequiresRecreation of(String type, String property) {
    var known = replacing.get(type);
    if (known == null) {
      throw new IllegalArgumentException(
          "%s: how its changes behave is not known; add it to %s from the documentation of the type"
              .formatted(type, DOCUMENTED));
    }
    return known.getOrDefault(property, RequiresRecreation.NEVER);
  }
}
