package ai.myrecruiter.picasso.workflows.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollbackTriggerTest {
  private static final List<RollbackTrigger> ALL =
      List.of(
          new RollbackTrigger.Alarm(
              "picasso-staging-chat-errors", "Threshold Crossed", Optional.empty()),
          new RollbackTrigger.Judge("errors", "e = 278, limit 250"),
          new RollbackTrigger.Failure("States.Timeout", "task timed out"),
          new RollbackTrigger.Person("ana", "support calls"),
          new RollbackTrigger.Watchdog("picasso-staging-watch-aliases", "nobody drives it"));

  @Test
  void hasTypeNameAndReasonInJson() {
    assertThat(ALL)
        .extracting(Contracts::write)
        .containsExactly(
            json("alarm", "picasso-staging-chat-errors", "Threshold Crossed"),
            json("judge", "errors", "e = 278, limit 250"),
            json("rollout", "States.Timeout", "task timed out"),
            json("person", "ana", "support calls"),
            json("watchdog", "picasso-staging-watch-aliases", "nobody drives it"));
  }

  @Test
  void readsBackFromJson() {
    for (var trigger : ALL) {
      assertThat(Contracts.read(Contracts.write(trigger), RollbackTrigger.class))
          .isEqualTo(trigger);
    }
  }

  @Test
  void onlyAnAlarmSaysWhenTheFaultWasSeen() {
    var at = Instant.parse("2026-11-02T08:00:30Z");
    var alarm = new RollbackTrigger.Alarm("picasso-staging-chat-errors", "why", Optional.of(at));
    assertThat(alarm.faultSeenAt()).contains(at);
    assertThat(Contracts.write(alarm)).contains("\"at\":\"2026-11-02T08:00:30Z\"");
    assertThat(Contracts.read(Contracts.write(alarm), RollbackTrigger.class)).isEqualTo(alarm);
    assertThat(ALL).allSatisfy(trigger -> assertThat(trigger.faultSeenAt()).isEmpty());
  }

  @Test
  void refusesAnotherType() {
    for (var json : List.of(json("cosmic-ray", "x", "y"), "{\"name\":\"x\",\"reason\":\"y\"}")) {
      assertThatThrownBy(() -> Contracts.read(json, RollbackTrigger.class))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void saysWhatDecidedAndWhy() {
    assertThat(ALL)
        .extracting(RollbackTrigger::decidedBy)
        .containsExactly(
            DecidedBy.ALARM,
            DecidedBy.JUDGE,
            DecidedBy.FAILURE,
            DecidedBy.PERSON,
            DecidedBy.WATCHDOG);
    assertThat(ALL.getFirst().sentence())
        .isEqualTo("Alarm picasso-staging-chat-errors went off: Threshold Crossed");
    assertThat(ALL)
        .allSatisfy(
            trigger -> assertThat(trigger.sentence()).contains(trigger.name(), trigger.reason()));
  }

  @Test
  void isPartOfTheInputOfARollback() {
    var start =
        new StartRollback(
            Environment.STAGING,
            "picasso-staging-chat",
            "live",
            Optional.of(new RolloutId("r-1")),
            ALL.getFirst());
    assertThat(Contracts.read(Contracts.write(start), StartRollback.class)).isEqualTo(start);
    var unknown = Contracts.write(start).replace("\"rolloutId\":\"r-1\",", "");
    assertThat(Contracts.read(unknown, StartRollback.class).rolloutId()).isEmpty();
  }

  private static String json(String type, String name, String reason) {
    return "{\"type\":\"%s\",\"name\":\"%s\",\"reason\":\"%s\"}".formatted(type, name, reason);
  }
}
