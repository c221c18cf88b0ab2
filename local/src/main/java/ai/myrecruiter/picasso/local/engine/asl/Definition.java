package ai.myrecruiter.picasso.local.engine.asl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A definition that was accepted.
 *
 * @param machine the states
 * @param timeout after which an execution is ended
 */
public record Definition(Machine machine, Optional<Duration> timeout) {
  /**
   * Reads a definition.
   *
   * @param json the definition in the States Language, substitutions already applied
   * @throws DefinitionRefused with all findings when the service or this engine refuses it
   */
  public static Definition parse(String json) {
    return parse(json, new Dialect(WorkflowType.STANDARD, Dialect.Tasks.OF_THE_STAGE));
  }

  /** Reads a definition for a type of workflow and the tasks that somebody does. */
  public static Definition parse(String json, Dialect dialect) {
    return DefinitionParser.parse(json, dialect);
  }

  /** Everything that would be refused in a definition; nothing when it is good. */
  public static List<Finding> check(String json) {
    return check(json, new Dialect(WorkflowType.STANDARD, Dialect.Tasks.OF_THE_STAGE));
  }

  /** Everything that would be refused for a type of workflow and the tasks that somebody does. */
  public static List<Finding> check(String json, Dialect dialect) {
    return DefinitionParser.check(json, dialect);
  }

  /** What the service warns of in a definition that it may yet take; nothing when it is no JSON. */
  public static List<Finding> warnings(String json) {
    return Warnings.of(json);
  }
}
