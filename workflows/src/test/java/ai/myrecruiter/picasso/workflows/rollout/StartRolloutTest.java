package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StartRolloutTest {
  private static final String JSON = Contracts.write(Rollouts.request());

  @Test
  void readsBackFromTheStateMachinesInput() {
    assertThat(Contracts.read(JSON, StartRollout.class)).isEqualTo(Rollouts.request());
  }

  @Test
  void refusesAPlanThatIsNotTheOneOfItsDigest() {
    refuses(JSON.replace("\"holdback\":5", "\"holdback\":6"), "$.planDigest");
  }

  @Test
  void refusesIllegalValuesWithTheirPath() {
    refuses(JSON.replace("\"staging\"", "\"prod\""), "$.environment");
    refuses(JSON.replace("\"live\"", "\"7\""), "$.alias");
    refuses(JSON.replace("picasso-staging-chat", "arn:aws:x"), "$.function");
    refuses(JSON.replace("\"r-1\"", "\"R 1\""), "$.rolloutId");
    refuses(JSON.replace("\"ana\"", "\" \""), "$.startedBy");
    refuses(JSON.replace("{\"alias\"", "{\"version\":\"$LATEST\",\"alias\""), "$.version");
    refuses(JSON.replace("\"weight\":50", "\"weight\":101"), "$.plan.stages[2].weight");
    refuses(JSON.replace("\"weight\":50", "\"weight\":2"), "$.plan.stages[2].weight");
    refuses(JSON.replace("\"holdback\":5,", ""), "$.plan.bake.holdback");
  }

  @Test
  void namesARolloutByItsTime() {
    var id = RolloutId.create(Instant.parse("2026-11-02T08:00:00Z"), Property.random(1));
    assertThat(id.value()).matches("20261102-080000-[0-9a-f]{6}");
    assertThat(id).hasToString(id.value());
  }

  private static void refuses(String json, String path) {
    assertThatThrownBy(() -> Contracts.read(json, StartRollout.class))
        .as(json)
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.findings().getFirst().path()).isEqualTo(path));
  }
}
