package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamingFlagTest {
  private static final int SUBJECTS = 20_000;

  @Test
  void offIsNobodyOnIsEverybodyAndAListIsItself() {
    assertThat(new StreamingFlag.Off().isOn("a")).isFalse();
    assertThat(new StreamingFlag.On().isOn("a")).isTrue();
    var listed = new StreamingFlag.Listed(Set.of("a"));
    assertThat(listed.isOn("a")).isTrue();
    assertThat(listed.isOn("A")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 50, 99, 100})
  void aPercentageIsThatShareWithinFourStandardDeviations(int percent) {
    double share = percent / 100.0;
    double tolerance = 4 * Math.sqrt(SUBJECTS * share * (1 - share));
    assertThat((double) on(percent, "north").size())
        .isBetween(SUBJECTS * share - tolerance, SUBJECTS * share + tolerance);
  }

  @Test
  void raisingThePercentageTakesStreamingFromNobody() {
    assertThat(on(20, "north")).containsAll(on(10, "north"));
  }

  @Test
  void tenantsDoNotChooseAlike() {
    var both = on(50, "north");
    both.retainAll(on(50, "lake"));
    assertThat(both.size()).isBetween(SUBJECTS / 5, SUBJECTS * 3 / 10);
  }

  @Test
  void theChoiceIsTheSameInEveryRelease() {
    assertThat(IntStream.range(0, 8).map(i -> StableHash.bucket("north", "subject-" + i, 100)))
        .containsExactly(28, 39, 18, 4, 30, 22, 3, 94);
  }

  @Test
  void refusesWhatIsNoFlag() {
    assertThatThrownBy(() -> new StreamingFlag.Percentage(101, "s"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StreamingFlag.Percentage(-1, "s"))
        .isInstanceOf(IllegalArgumentException.class);
    var many = IntStream.range(0, 1_001).mapToObj(Integer::toString).collect(Collectors.toSet());
    assertThatThrownBy(() -> new StreamingFlag.Listed(many))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> on(int percent, String salt) {
    var flag = new StreamingFlag.Percentage(percent, salt);
    return IntStream.range(0, SUBJECTS)
        .mapToObj(i -> "session-" + i)
        .filter(flag::isOn)
        .collect(Collectors.toSet());
  }
}
