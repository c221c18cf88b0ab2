package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunTest {
  private static final Run ALONE =
      new Run(Environment.STAGING, new RolloutId("r-1"), "chat", "live", 7, Optional.empty());

  @Test
  void readsWhatWasWrittenBeforeThereWereCompanions() {
    var before =
        "{\"alias\":\"live\",\"environment\":\"staging\",\"function\":\"chat\",\"rolloutId\":\"r-1\",\"token\":7}";

    assertThat(Contracts.read(before, Run.class)).isEqualTo(ALONE);
  }

  @Test
  void alwaysWritesItsCompanionsForTheMachineReadsThem() {
    assertThat(Contracts.toNode(ALONE).path("companions").isArray()).isTrue();
  }

  @Test
  void readsItsCompanionsBack() {
    var together =
        new Run(
            Environment.STAGING,
            new RolloutId("r-1"),
            "chat",
            "live",
            7,
            Optional.empty(),
            List.of(new Run.Companion("streaming", "streaming:3")));

    assertThat(Contracts.read(Contracts.write(together), Run.class)).isEqualTo(together);
  }
}
