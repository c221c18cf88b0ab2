package ai.myrecruiter.picasso.workflows.contract;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of a document's parts, by the parts themselves; those that were not asked for go. */
final class KeptTexts {
  private IdentityHashMap<Object, String> before = new IdentityHashMap<>();
  private IdentityHashMap<Object, String> now = new IdentityHashMap<>();

  /** How a part is written that is new. */
  @FunctionalInterface
  interface Writing {
    String write() throws IOException;
  }

  /** The document is written again. */
  void next() {
    before = now;
    now = new IdentityHashMap<>();
  }

  String of(Object part, Writing writing) throws IOException {
    @Nullable String known = before.get(part);
    var text = known == null ? writing.write() : known;
    now.put(part, text);
    return text;
  }
}
