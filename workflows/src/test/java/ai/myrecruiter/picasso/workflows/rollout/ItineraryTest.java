package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ItineraryTest {
  private final Itinerary itinerary =
      new Itinerary(
          PlanReader.read(
                  """
                  name: three-steps
                  alpha: 0.01
                  targets: {effect: 3}
                  stages:
                    - {name: first, weight: 1, duration: 10m, look: 10s}
                    - {name: second, weight: 50, duration: 5m, look: 30s, approval: {expiresAfter: 2h}}
                  bake: {holdback: 5, duration: 30m, look: 1m, onInconclusive: pass}
                  alarms: [chat-errors]
                  """)
              .orThrow());

  @Test
  void beginsAStageByShiftingItsWeight() {
    assertThat(itinerary.enter(0, "go")).isEqualTo(new NextStep(Step.SHIFT, 0, 0, 0, "go"));
  }

  @Test
  void asksBeforeAStageThatNeedsConsent() {
    assertThat(itinerary.pass(0, "well")).isEqualTo(new NextStep(Step.APPROVE, 1, 0, 7200, "well"));
  }

  @Test
  void promotesAfterTheLastStage() {
    assertThat(itinerary.pass(1, "well").step()).isEqualTo(Step.PROMOTE);
  }

  @Test
  void releasesTheHoldbackAfterTheBake() {
    assertThat(itinerary.pass(2, "well")).isEqualTo(new NextStep(Step.RELEASE, 2, 0, 0, "well"));
  }

  @Test
  void waitsForEachLookAsLongAsTheStageSays() {
    assertThat(itinerary.observe(0, 1, "").waitSeconds()).isEqualTo(10);
    assertThat(itinerary.observe(1, 7, "").waitSeconds()).isEqualTo(30);
    assertThat(itinerary.observe(2, 1, "").waitSeconds()).isEqualTo(60);
  }

  @Test
  void countsTheTimeOfAStageInLooksSoThatAReplayDecidesTheSame() {
    assertThat(itinerary.watched(1, 4)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void holdsAStageWithItsOwnApprovalAndTheBakeWithTheStandardOne() {
    assertThat(itinerary.hold(1, 3, "").waitSeconds()).isEqualTo(7200);
    assertThat(itinerary.hold(2, 3, "").waitSeconds()).isEqualTo(3600);
  }

  @Test
  void asksAgainForWhatIsLeftOfTheTimeAndAtLeastASecond() {
    var question = itinerary.enter(1, "");
    assertThat(itinerary.askAgain(question, Duration.ofMinutes(3), "again").waitSeconds())
        .isEqualTo(180);
    assertThat(itinerary.askAgain(question, Duration.ofSeconds(-5), "again").waitSeconds())
        .isEqualTo(1);
  }

  @Test
  void givesTheCandidateTheStagesWeightAndInTheBakeAllButTheHoldback() {
    assertThat(itinerary.weight(0)).isEqualTo(1);
    assertThat(itinerary.weight(2)).isEqualTo(95);
    assertThat(itinerary.name(2)).isEqualTo("bake");
  }

  @Test
  void refusesAStepBeforeTheFirstStage() {
    assertThatThrownBy(() -> new NextStep(Step.SHIFT, -1, 0, 0, ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("next.stage");
  }
}
