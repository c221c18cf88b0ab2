package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.Timer;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A rule of the bus. */
final class Rule {
  final String name;
  final Map<String, RuleTarget> targets = new LinkedHashMap<>();
  String description = "";
  Optional<String> patternText = Optional.empty();
  Optional<EventPattern> pattern = Optional.empty();
  Optional<String> scheduleText = Optional.empty();
  Optional<Duration> schedule = Optional.empty();
  boolean enabled = true;
  Optional<Timer> timer = Optional.empty();

  Rule(String name) {
    this.name = name;
  }

  String arn() {
    return StageAccount.arn("events", "rule/" + name);
  }
}
