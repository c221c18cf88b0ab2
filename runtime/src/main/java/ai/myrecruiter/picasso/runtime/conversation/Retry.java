package ai.myrecruiter.picasso.runtime.conversation;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Tries again when two writers met at one item, which the SDK does not: a random pause of at most
 * twice the last, from 10 ms.
 */
final class Retry {
  private static final int ATTEMPTS = 10;
  private final RandomGenerator random;

  Retry(RandomGenerator random) {
    this.random = random;
  }

  <T> T onConflict(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (TransactionConflictException e) {
        pauseOr(e, attempt);
      } catch (TransactionCanceledException e) {
        if (!isConflict(e)) {
          throw e;
        }
        pauseOr(e, attempt);
      }
    }
  }

  private void pauseOr(RuntimeException last, int attempt) {
    if (attempt == ATTEMPTS) {
      throw last;
    }
    pause(attempt);
  }

  /** Waits at random, longer with every attempt; not at all once the thread is interrupted. */
  void pause(int attempt) {
    try {
      Thread.sleep(Duration.ofMillis(random.nextLong(10L << Math.min(attempt, 5))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isConflict(TransactionCanceledException e) {
    var codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
    return !codes.contains("ConditionalCheckFailed") && codes.contains("TransactionConflict");
  }

  /** Whether a condition of a canceled transaction did not hold. */
  static boolean refused(TransactionCanceledException e, int item) {
    var reasons = e.cancellationReasons();
    return item < reasons.size() && "ConditionalCheckFailed".equals(reasons.get(item).code());
  }
}
