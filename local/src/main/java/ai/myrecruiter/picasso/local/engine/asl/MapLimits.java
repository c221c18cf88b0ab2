package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How many iterations of a Map may run at a time and how many may fail.
 *
 * @param concurrency 0 for as many as the service runs
 * @param failures iterations that may fail
 * @param percentage of iterations that may fail, 0 to 100
 */
public record MapLimits(
    Optional<Limit> concurrency, Optional<Limit> failures, Optional<Limit> percentage) {
  /** The most iterations that run at a time. Source: the quotas of the service for inline Maps. */
  public static final int MOST_AT_A_TIME = 40;

  private static final int ALL = 100;

  /** A number, given or looked up. */
  public sealed interface Limit {
    /** Given in the definition. */
    record Given(double value) implements Limit {}

    /** Looked up in the input. */
    record At(Path path) implements Limit {}
  }

  /**
   * How many iterations may run at a time.
   *
   * @throws DataFailure when the path leads to something else than a whole number from 0
   */
  public int atATime(Scope scope) {
    double wanted = whole(concurrency, scope, "MaxConcurrency");
    if (wanted < 0) {
      throw DataFailure.runtime("MaxConcurrency cannot be negative.");
    }
    return wanted == 0 ? MOST_AT_A_TIME : (int) Math.min(wanted, MOST_AT_A_TIME);
  }

  /** Whether some failures may be tolerated, so that too many have an error of their own. */
  public boolean tolerates() {
    return failures.isPresent() || percentage.isPresent();
  }

  /**
   * How many iterations may fail; the lower one of both limits.
   *
   * @throws DataFailure when a path leads to something else than a number in range
   */
  public int mayFail(int iterations, Scope scope) {
    double count = whole(failures, scope, "ToleratedFailureCount");
    if (count < 0) {
      throw DataFailure.runtime("ToleratedFailureCount cannot be negative.");
    }
    double share = percentage.map(limit -> fraction(limit, scope)).orElse(0.0);
    if (share < 0 || share > ALL) {
      throw DataFailure.runtime("ToleratedFailurePercentage must be between 0 and 100.");
    }
    int ofShare = (int) Math.floor(iterations * share / ALL);
    if (failures.isPresent() && percentage.isPresent()) {
      return (int) Math.min(count, ofShare);
    }
    return failures.isPresent() ? (int) Math.min(count, Integer.MAX_VALUE) : ofShare;
  }

  private static double whole(Optional<Limit> limit, Scope scope, String field) {
    return switch (limit.orElse(null)) {
      case null -> 0;
      case Limit.Given(double value) -> value;
      case Limit.At(Path path) -> {
        var value = path.require(scope, field + "Path");
        if (!value.isIntegralNumber()) {
          throw unusable(field, value, "integer", path);
        }
        yield value.doubleValue();
      }
    };
  }

  private static double fraction(Limit limit, Scope scope) {
    return switch (limit) {
      case Limit.Given(double value) -> value;
      case Limit.At(Path path) -> {
        var value = path.require(scope, "ToleratedFailurePercentagePath");
        if (!value.isNumber()) {
          throw unusable("ToleratedFailurePercentage", value, "float", path);
        }
        yield value.doubleValue();
      }
    };
  }

  private static DataFailure unusable(String field, JsonNode value, String kind, Path path) {
    return DataFailure.runtime(
        "The %sPath field refers to value \"%s\" which is not a valid %s: %s"
            .formatted(
                field, value.isTextual() ? value.textValue() : Json.write(value), kind, path));
  }
}
