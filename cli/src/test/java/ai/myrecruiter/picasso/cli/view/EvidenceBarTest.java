package ai.myrecruiter.picasso.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EvidenceBarTest {
  @Test
  void isEmptyWithoutEvidence() {
    assertThat(EvidenceBar.of(0, 100, 10)).isEqualTo("[..........]");
    assertThat(EvidenceBar.of(1, 100, 10)).isEqualTo("[..........]");
  }

  @Test
  void growsWithTheLogarithm() {
    assertThat(EvidenceBar.of(10, 100, 10)).isEqualTo("[#####.....]");
  }

  @Test
  void isFullOnlyAtTheLimit() {
    assertThat(EvidenceBar.of(99.9, 100, 10)).isEqualTo("[#########.]");
    assertThat(EvidenceBar.of(100, 100, 10)).isEqualTo("[##########]");
    assertThat(EvidenceBar.of(Double.MAX_VALUE, 100, 10)).isEqualTo("[##########]");
  }
}
