package ai.myrecruiter.picasso.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
  private static final List<String> KNOWN =
      List.of("name", "weight", "duration", "maxDuration", "look", "onInconclusive", "approval");

  @Test
  void findsTheNameThatWasMeant() {
    assertThat(Nearest.of("wieght", KNOWN)).contains("weight");
    assertThat(Nearest.of("Duration", KNOWN)).contains("duration");
    assertThat(Nearest.of("max_duration", KNOWN)).contains("maxDuration");
    assertThat(Nearest.of("on-inconclusive", KNOWN)).contains("onInconclusive");
    assertThat(Nearest.of("aproval", KNOWN)).contains("approval");
  }

  @Test
  void findsNoneForAnotherWord() {
    for (var name : List.of("colour", "", "x", "canary", "x".repeat(1_000_000))) {
      assertThat(Nearest.of(name, KNOWN)).isEmpty();
    }
  }
}
