package ai.myrecruiter.picasso.workflows;

import static ai.myrecruiter.picasso.workflows.Verdict.FAIL;
import static ai.myrecruiter.picasso.workflows.Verdict.INCONCLUSIVE;
import static ai.myrecruiter.picasso.workflows.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  @Test
  void failsOnAnyFailure() {
    assertThat(Verdict.of(List.of(PASS, INCONCLUSIVE, FAIL))).isEqualTo(FAIL);
  }

  @Test
  void passesOnlyWhenAllPass() {
    assertThat(Verdict.of(List.of(PASS, PASS))).isEqualTo(PASS);
    assertThat(Verdict.of(List.of(PASS, INCONCLUSIVE))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void neverPassesOnNothing() {
    assertThat(Verdict.of(List.of())).isEqualTo(INCONCLUSIVE);
  }
}
