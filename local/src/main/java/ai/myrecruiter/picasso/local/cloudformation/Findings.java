package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with templates, so that all of it is said at once. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void add(String path, Object value, String rule, String fix) {
    all.add(new Finding(path, String.valueOf(value), rule, fix));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Ends the work when there is anything to say.
   *
   * @throws TemplateRefused with every finding
   */
  void refuse() {
    if (!all.isEmpty()) {
      throw new TemplateRefused(all);
    }
  }
}
