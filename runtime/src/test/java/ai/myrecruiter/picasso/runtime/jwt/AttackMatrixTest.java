package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in that is known: each is tried with a good signature wherever one can be had. */
final class AttackMatrixTest {
  private static final Stage STAGE = new Stage();
  private static int refused;

  static List<Attack> attacks() {
    var attacks = new ArrayList<Attack>();
    attacks.addAll(FormAttacks.of(STAGE));
    attacks.addAll(HeaderAttacks.of(STAGE));
    attacks.addAll(ClaimAttacks.of(STAGE));
    return attacks;
  }

  @BeforeAll
  static void theUntouchedTokenIsGood() {
    assertThat(STAGE.outcome(new Draft(STAGE).compact(), Purpose.STREAM, Stage.NORTH))
        .isEqualTo("ok");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedForItsReason(Attack attack) {
    assertThat(STAGE.outcome(attack.compact(), Purpose.STREAM, Stage.NORTH))
        .isEqualTo(attack.reason().code());
    refused++;
  }

  @Test
  void bothSidesOfTheSizeLimitAreTried() {
    assertThat(new Draft(STAGE).padded(CompactJws.MAX_BYTES).compact())
        .hasSize(CompactJws.MAX_BYTES);
    assertThat(new Draft(STAGE).padded(CompactJws.MAX_BYTES + 1).compact())
        .hasSize(CompactJws.MAX_BYTES + 1);
  }

  @Test
  void namesEveryAttackOnce() {
    var names = attacks().stream().map(Attack::name).toList();
    assertThat(new HashSet<>(names)).hasSize(names.size());
  }

  @ParameterizedTest
  @MethodSource("variations")
  void harmlessVariationsAreAccepted(Draft variation) {
    assertThat(STAGE.outcome(variation.compact(), Purpose.STREAM, Stage.NORTH)).isEqualTo("ok");
  }

  static List<Draft> variations() {
    return List.of(
        new Draft(STAGE),
        new Draft(STAGE).header("unknown", "\"ignored\""),
        new Draft(STAGE).claim("unknown", "{\"a\":[1,2]}"),
        new Draft(STAGE).claim("aud", "[\"picasso:stream\"]"),
        new Draft(STAGE).claim("nbf", now(0)),
        new Draft(STAGE).claim("nbf", now(5)),
        new Draft(STAGE).claim("iat", now(5)).claim("exp", now(905)),
        new Draft(STAGE).claim("iat", now(-904)).claim("exp", now(-4)),
        new Draft(STAGE).claim("exp", now(1)),
        new Draft(STAGE).spaced(),
        new Draft(STAGE).padded(CompactJws.MAX_BYTES));
  }

  static String now(int seconds) {
    return Long.toString(Stage.BEGIN.getEpochSecond() + seconds);
  }

  @AfterAll
  static void report() {
    System.out.printf(
        "attack matrix: %d attacks refused, 0 accepted; %d harmless variations accepted%n",
        refused, variations().size());
  }
}
