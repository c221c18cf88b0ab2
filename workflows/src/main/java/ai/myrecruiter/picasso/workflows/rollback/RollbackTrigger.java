package ai.myrecruiter.picasso.workflows.rollback;

import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * What started a rollback. JSON: {@code {"type", "name", "reason"}}, an alarm with {@code "at"}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RollbackTrigger.Alarm.class, name = "alarm"),
  @JsonSubTypes.Type(value = RollbackTrigger.Judge.class, name = "judge"),
  @JsonSubTypes.Type(value = RollbackTrigger.Failure.class, name = "rollout"),
  @JsonSubTypes.Type(value = RollbackTrigger.Person.class, name = "person"),
  @JsonSubTypes.Type(value = RollbackTrigger.Watchdog.class, name = "watchdog")
})
public sealed interface RollbackTrigger {
  /** Who or what it was: an alarm, a test, an error, a person, the watchdog. */
  String name();

  /** Why. */
  String reason();

  /** When the fault was seen that started it, where the trigger itself says so. */
  default Optional<Instant> faultSeenAt() {
    return switch (this) {
      case Alarm a -> a.at;
      case Judge _, Failure _, Person _, Watchdog _ -> Optional.empty();
    };
  }

  /** Who or what decides the rollout by it. */
  default DecidedBy decidedBy() {
    return switch (this) {
      case Alarm _ -> DecidedBy.ALARM;
      case Judge _ -> DecidedBy.JUDGE;
      case Failure _ -> DecidedBy.FAILURE;
      case Person _ -> DecidedBy.PERSON;
      case Watchdog _ -> DecidedBy.WATCHDOG;
    };
  }

  /** The trigger for a release manager. */
  default String sentence() {
    return switch (this) {
      case Alarm a -> "Alarm %s went off: %s".formatted(a.name, a.reason);
      case Judge j -> "The judge's test %s failed: %s".formatted(j.name, j.reason);
      case Failure f -> "The rollout failed with %s: %s".formatted(f.name, f.reason);
      case Person p -> "%s asked for it: %s".formatted(p.name, p.reason);
      case Watchdog w -> "%s found it: %s".formatted(w.name, w.reason);
    };
  }

  /**
   * A CloudWatch alarm went off.
   *
   * @param at when, to the second; absent when the event was not handed on with its time
   */
  record Alarm(String name, String reason, Optional<Instant> at) implements RollbackTrigger {}

  /** A test of the judge failed. */
  record Judge(String name, String reason) implements RollbackTrigger {}

  /** A task of the rollout failed: the error's name and its cause. */
  record Failure(String name, String reason) implements RollbackTrigger {}

  /** A person asked for it. */
  record Person(String name, String reason) implements RollbackTrigger {}

  /** The watchdog found a split alias that no running rollout drives. */
  record Watchdog(String name, String reason) implements RollbackTrigger {}
}
