package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Whether the account has the concurrency that the templates reserve. Lambda keeps a hundred for
 * functions that reserve none and refuses what would leave fewer.
 */
final class ConcurrencyCheck {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String RESERVED = "ReservedConcurrentExecutions";
  private static final int KEPT = 100;
  private final LambdaClient lambda;

  ConcurrencyCheck(LambdaClient lambda) {
    this.lambda = lambda;
  }

  List<Finding> of(List<StackPlan> plans) {
    var wanted = new TreeMap<String, Integer>();
    plans.stream()
        .filter(StackPlan::changes)
        .flatMap(plan -> plan.stack().resources(FUNCTION).values().stream())
        .map(function -> function.path("Properties"))
        .filter(properties -> properties.has(RESERVED))
        .forEach(it -> wanted.put(it.path("FunctionName").asText(), it.path(RESERVED).asInt()));
    int more =
        wanted.entrySet().stream().mapToInt(it -> it.getValue() - reserved(it.getKey())).sum();
    if (more <= 0) {
      return List.of();
    }
    var limit = lambda.getAccountSettings(it -> {}).accountLimit();
    int free = limit.unreservedConcurrentExecutions() - KEPT;
    return more <= free
        ? List.of()
        : List.of(
            new Finding(
                "concurrency",
                "%d free of %d".formatted(Math.max(0, free), limit.concurrentExecutions()),
                "must leave room for the %d that %s reserve, beside the %d that Lambda keeps"
                    .formatted(more, String.join(", ", wanted.keySet()), KEPT),
                "ask for more: aws service-quotas request-service-quota-increase --service-code"
                    + " lambda --quota-code L-B99A9384"));
  }

  private int reserved(String function) {
    try {
      var now = lambda.getFunctionConcurrency(it -> it.functionName(function));
      return now.reservedConcurrentExecutions() == null ? 0 : now.reservedConcurrentExecutions();
    } catch (ResourceNotFoundException notYet) {
      return 0;
    }
  }
}
