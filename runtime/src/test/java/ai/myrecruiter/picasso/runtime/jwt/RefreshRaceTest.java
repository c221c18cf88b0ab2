package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class RefreshRaceTest {
  private static final int RACERS = 8;
  private static final int ROUNDS = 10;
  private final Stage stage = new Stage();

  @Test
  void ofManyWhoPresentTheSameTokenOneWinsAndTheFamilyIsRevoked() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var session = new SessionId("session-round-" + round);
      var token = stage.refresh.begin(Stage.NORTH, session, Stage.NEW).value();
      var outcomes = race(token);
      var winners =
          outcomes.stream().filter(Rotated.class::isInstance).map(Rotated.class::cast).toList();
      assertThat(winners).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Rejection.class::isInstance)
          .hasSize(RACERS - 1)
          .allSatisfy(loser ->
              assertThat(((Rejection) loser).reason())
                  .isIn(Reason.REFRESH_REUSED, Reason.REFRESH_REVOKED));
      assertThat(outcomes).contains(new Rejection(Reason.REFRESH_REUSED));
      assertThat(stage.refresh.rotate(Stage.NORTH, winners.getFirst().next().value()))
          .isEqualTo(new Rejection(Reason.REFRESH_REVOKED));
    }
    System.out.printf("refresh race: %d rounds of %d racers, one winner each%n", ROUNDS, RACERS);
  }

  private List<Rotation> race(String token) throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<Rotation>>();
      for (int i = 0; i < RACERS; i++) {
        futures.add(
            threads.submit(() -> {
              start.await();
              return stage.refresh.rotate(Stage.NORTH, token);
            }));
      }
      start.countDown();
      var outcomes = new ArrayList<Rotation>();
      for (var future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }
}
