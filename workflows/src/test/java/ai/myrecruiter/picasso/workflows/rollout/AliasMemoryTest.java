package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AliasMemoryTest {
  private static final AliasMemory MEMORY =
      new AliasMemory(
          7, Rollouts.TWO, Optional.of(Rollouts.THREE), new RolloutId("20261102-080000-3fa9c1"));
  private static final String TEXT =
      "picasso token=7 stable=2 candidate=3 rollout=20261102-080000-3fa9c1";

  @Test
  void readsBackWhatItWrites() {
    assertThat(MEMORY.format()).isEqualTo(TEXT);
    assertThat(AliasMemory.parse(TEXT)).contains(MEMORY);
    var alone = new AliasMemory(7, Rollouts.TWO, Optional.empty(), new RolloutId("r-1"));
    assertThat(AliasMemory.parse(alone.format())).contains(alone);
    assertThat(alone.format()).contains("candidate=-");
  }

  @Test
  void ignoresWhatARolloutDidNotWrite() {
    for (var text :
        List.of(
            "",
            "the live alias",
            TEXT + " and more",
            TEXT.replace("stable=2", "stable=0"),
            TEXT.replace("stable=2", "stable=$LATEST"),
            TEXT.replace("token=7", "token=" + "9".repeat(30)),
            TEXT + " ".repeat(1_000))) {
      assertThat(AliasMemory.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void fitsIntoADescriptionAtItsLongest() {
    var longest = new VersionNumber(999_999_999_999_999_999L);
    var memory =
        new AliasMemory(
            999_999_999_999_999_999L, longest, Optional.of(longest), new RolloutId("r".repeat(64)));
    assertThat(memory.format().length()).isLessThanOrEqualTo(256);
    assertThat(AliasMemory.parse(memory.format())).contains(memory);
  }

  @Test
  void writesTheSameDigitsInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(MEMORY.format()).isEqualTo(TEXT);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesANegativeToken() {
    assertThatThrownBy(
            () -> new AliasMemory(-1, Rollouts.TWO, Optional.empty(), new RolloutId("r-1")))
        .isInstanceOf(InvalidInput.class);
  }
}
