package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that refreshes while its conversation is erased is left with nothing that works. */
final class RefreshErasureRaceTest {
  private static final int ROUNDS = 8;
  private static final int MOST_REFRESHES = 40;
  private static final long SEED = Long.getLong("picasso.seed", 20261124L);
  private final MasterStage stage = new MasterStage();
  private final String manage = stage.manageToken(MasterStage.NORTH);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void leavesNoTokenInForceBehindAnErasureThatWasVerified() throws Exception {
    var random = new Random(SEED);
    int refreshed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var what =
          "round %d of seed %d; repeat: mvn -pl runtime test -Dtest=RefreshErasureRaceTest -Dpicasso.seed=%d"
              .formatted(round, SEED, SEED);
      var issued = stage.issue();
      assertThat(chat(issued).status()).as(what).isEqualTo(200);
      var held = race(issued, random.nextInt(8), what);
      refreshed += held.size() - 1;
      held.forEach(tokens -> {
        assertThat(chat(tokens).status()).as(what).isEqualTo(401);
        assertThat(chat(tokens).code()).as(what).isEqualTo("revoked_session");
      });
      assertThat(refresh(held.getLast()).status()).as(what).isEqualTo(401);
    }
    System.out.printf("refresh against erasure: %d rounds, %d refreshes%n", ROUNDS, refreshed);
    assertThat(refreshed).as("refreshes that got through").isPositive();
  }

  /** All tokens that the client got, after its conversation was erased at some refresh. */
  private List<JsonNode> race(JsonNode issued, int before, String what) throws Exception {
    var near = new CountDownLatch(before);
    var held = new ArrayList<>(List.of(issued));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var client =
          threads.submit(() -> {
            for (int i = 0; i < MOST_REFRESHES; i++) {
              near.countDown();
              var answer = refresh(held.getLast());
              if (answer.status() != 200) {
                return answer.status();
              }
              held.add(answer.body());
            }
            return 200;
          });
      near.await();
      var cleared =
          stage.call(
              TestRequest.clear()
                  .token(manage)
                  .body(MasterStage.object().put("session", session(issued)).toString()));
      assertThat(cleared.status()).as(what).isEqualTo(200);
      assertThat(cleared.body().path("verified").asBoolean()).as(what).isTrue();
      assertThat(client.get()).as(what).isEqualTo(401);
    }
    return held;
  }

  private static String session(JsonNode tokens) {
    return tokens.path("session").asText();
  }

  private MasterStage.Answer refresh(JsonNode tokens) {
    return stage.call(
        TestRequest.post("refresh_token")
            .body(
                MasterStage.object()
                    .put("refresh_token", tokens.path("refresh_token").asText())
                    .toString()));
  }

  private MasterStage.Answer chat(JsonNode tokens) {
    return stage.call(
        TestRequest.post("chat").message("hello").token(tokens.path("token").asText()));
  }
}
