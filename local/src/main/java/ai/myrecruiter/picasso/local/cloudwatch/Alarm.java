package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.Timer;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.time.Instant;
import java.util.Optional;

/** An alarm: its definition, its state, and its next evaluation. */
final class Alarm {
  final AlarmDefinition definition;
  final Instant updated;
  AlarmState state;
  Optional<Timer> next = Optional.empty();

  /** Whether the state is what an evaluation without a single value says. */
  boolean silent;

  Alarm(AlarmDefinition definition, Instant updated, AlarmState state) {
    this.definition = definition;
    this.updated = updated;
    this.state = state;
  }

  String arn() {
    return StageAccount.arn("cloudwatch", "alarm:" + definition.name());
  }
}
