package ai.myrecruiter.picasso.workflows;

import java.util.List;
import java.util.stream.Collectors;

/** An input that breaks rules; carries every finding. Nothing was changed. */
public final class InvalidInput extends PicassoException {
  private final transient List<Finding> findings;

  /** An input refused for one or more findings. */
  public InvalidInput(List<Finding> findings) {
    super("invalid-input", findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** An input refused for one finding. */
  public InvalidInput(String path, Object value, String rule, String fix) {
    this(List.of(new Finding(path, String.valueOf(value), rule, fix)));
  }

  /** Throws unless a rule holds. */
  public static void unless(boolean holds, String path, Object value, String rule, String fix) {
    if (!holds) {
      throw new InvalidInput(path, value, rule, fix);
    }
  }

  /** Throws when there is any finding. */
  public static void when(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new InvalidInput(findings);
    }
  }

  /** All findings, at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
