package ai.myrecruiter.picasso.infra.workflows;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Lambda function that runs one handler class.
 *
 * @param feature package of the handler below {@code ai.myrecruiter.picasso.tasks}
 * @param className simple name of the handler, which is the name of its state too
 * @param timeoutSeconds after which Lambda ends it; never longer than a state waits for it
 * @param access what it may do
 */
record TaskFunction(String feature, String className, int timeoutSeconds, Set<Access> access) {
  /** Tasks that begin a release of code or a change of a stack. */
  private static final Set<String> FROZEN = Set.of("RunPreflight", "InspectStack");

  private static final Set<String> DEMANDING =
      Set.of(
          "AcquireLease",
          "RunPreflight",
          "InspectStack",
          "ReviewChangeSet",
          "RequestChangeApproval");

  TaskFunction {
    access = Set.copyOf(access);
  }

  static TaskFunction of(String feature, String className, int timeoutSeconds, Access... access) {
    return new TaskFunction(feature, className, timeoutSeconds, Set.copyOf(List.of(access)));
  }

  /** The last part of the function's name, such as {@code acquire-lease}. */
  String kebabName() {
    return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Whether it refuses to begin what a freeze forbids. */
  boolean asksForFreezes() {
    return FROZEN.contains(className);
  }

  /** Whether it demands what the environment's document says of accounts and consent. */
  boolean asksForPolicy() {
    return DEMANDING.contains(className);
  }

  /** What Lambda calls. */
  String handler() {
    return "ai.myrecruiter.picasso.tasks.%s.%s::handleRequest".formatted(feature, className);
  }

  /** Names of the environment variables it reads, apart from the environment's own name. */
  List<String> variables() {
    return access.stream().flatMap(it -> it.variable().stream()).distinct().sorted().toList();
  }

  /** What stands for the function's ARN in a definition. */
  String substitution() {
    return className + "FunctionArn";
  }
}
