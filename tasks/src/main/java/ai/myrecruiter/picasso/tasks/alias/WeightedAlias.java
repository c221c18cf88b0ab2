package ai.myrecruiter.picasso.tasks.alias;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;

/**
 * One alias of one function. Every change carries the RevisionId it read and is read back. Every
 * change also rewrites the description, so that it has a new revision even when the weights stay:
 * whoever read the alias before can no longer write.
 */
public final class WeightedAlias {
  private static final int ATTEMPTS = 5;

  /** Less than a task may take, so that an alias that hangs leaves time for the others. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(4);

  private final LambdaClient lambda;
  private final String function;
  private final String alias;

  /** The alias of a function; neither has to exist yet. */
  public WeightedAlias(LambdaClient lambda, String function, String alias) {
    this.lambda = lambda;
    this.function = function;
    this.alias = alias;
  }

  /** Reads the alias. */
  public AliasState read() {
    var answer =
        lambda.getAlias(request ->
            request
                .functionName(function)
                .name(alias)
                .overrideConfiguration(limit -> limit.apiCallTimeout(LONGEST_CALL)));
    return new AliasState(
        answer.revisionId(),
        weights(VersionNumber.parse(answer.functionVersion()), answer.routingConfig()),
        AliasMemory.parse(Optional.ofNullable(answer.description()).orElse("")));
  }

  private static AliasWeights weights(
      VersionNumber primary, @Nullable AliasRoutingConfiguration routing) {
    if (routing == null || routing.additionalVersionWeights().isEmpty()) {
      return AliasWeights.all(primary);
    }
    var second = routing.additionalVersionWeights().entrySet().iterator().next();
    var percent = BigDecimal.valueOf(second.getValue()).movePointRight(2).doubleValue();
    return percent == 0
        ? AliasWeights.all(primary)
        : AliasWeights.split(primary, VersionNumber.parse(second.getKey()), percent);
  }

  /**
   * Changes the alias: reads it, asks the decision what it should say, writes that on condition
   * that nobody wrote in between, and reads it back. When somebody did, everything is done again,
   * the decision included, so that a decision that checks the lease checks it after each reading.
   *
   * @return what the alias says after the change
   * @throws AliasMoved if others wrote at each of five attempts, or the alias does not say what was
   *     written
   */
  public AliasState change(Function<AliasState, AliasTarget> decision) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var before = read();
      var target = decision.apply(before);
      if (target.reachedBy(before)) {
        return before;
      }
      if (write(before, target)) {
        return readBack(target);
      }
    }
    throw new AliasMoved(
        "Alias %s was changed by somebody else at each of %d attempts. Only a rollout or a rollback may write it: find the other writer in CloudTrail (UpdateAlias)."
            .formatted(name(), ATTEMPTS));
  }

  private boolean write(AliasState before, AliasTarget target) {
    try {
      lambda.updateAlias(request ->
          request
              .functionName(function)
              .name(alias)
              .functionVersion(target.weights().primary().toString())
              .routingConfig(routing ->
                  routing.additionalVersionWeights(target.weights().additionalVersionWeights()))
              .description(target.memory().format())
              .revisionId(before.revision())
              .overrideConfiguration(limit -> limit.apiCallTimeout(LONGEST_CALL)));
      return true;
    } catch (PreconditionFailedException moved) {
      return false;
    }
  }

  private AliasState readBack(AliasTarget target) {
    var after = read();
    if (!target.reachedBy(after)) {
      throw new AliasMoved(
          "Alias %s says %s after %s was written. Somebody else writes it: find the other writer in CloudTrail (UpdateAlias)."
              .formatted(name(), after, target));
    }
    return after;
  }

  private String name() {
    return function + ":" + alias;
  }
}
