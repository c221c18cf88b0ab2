package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.Timer;
import ai.myrecruiter.picasso.local.sdk.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The default event bus. To be used on the event loop only. */
public final class EventBus {
  private static final int MAX_TARGETS = 5;
  private final EventLoop loop;
  private final Consumer<StageEvent> observer;
  private final Consumer<String> report;
  private final Map<String, EventTarget> services = new HashMap<>();
  private final NavigableMap<String, Rule> rules = new TreeMap<>();

  /**
   * A bus without rules.
   *
   * @param observer told of every event
   * @param report told of every event that a target could not be made to take
   */
  public EventBus(EventLoop loop, Consumer<StageEvent> observer, Consumer<String> report) {
    this.loop = loop;
    this.observer = observer;
    this.report = report;
  }

  /**
   * Says how targets of a service are reached.
   *
   * @param service as in ARNs: {@code lambda}, {@code states}, {@code sns}
   */
  public void connect(String service, EventTarget target) {
    services.put(service, target);
  }

  /** Publishes an event of now. */
  public void publish(String source, String detailType, List<String> resources, JsonNode detail) {
    publish(
        new StageEvent(Ids.uuid(loop.random()), source, detailType, loop.now(), resources, detail));
  }

  /** Gives an event to every rule that takes it; the targets get it in steps of their own. */
  public void publish(StageEvent event) {
    observer.accept(event);
    var json = event.toJson();
    for (var rule : rules.values()) {
      if (rule.enabled && rule.pattern.filter(pattern -> pattern.matches(json)).isPresent()) {
        deliver(rule, event);
      }
    }
  }

  private void deliver(Rule rule, StageEvent event) {
    for (var target : rule.targets.values()) {
      var service = service(target);
      var delivery = new Delivery(loop, rule, target, event, service, report);
      loop.post(delivery::attempt);
    }
  }

  private EventTarget service(RuleTarget target) {
    var service = services.get(target.service());
    if (service == null) {
      throw EventErrors.invalid(
          "target %s: the stage has no targets of service '%s', only %s"
              .formatted(target.arn(), target.service(), new TreeMap<>(services).keySet()));
    }
    return service;
  }

  Iterable<Rule> rules() {
    return rules.values();
  }

  Rule require(String name) {
    var rule = rules.get(name);
    if (rule == null) {
      throw EventErrors.notFound("Rule %s does not exist on EventBus default.".formatted(name));
    }
    return rule;
  }

  Rule put(String name, Optional<String> pattern, Optional<String> schedule, boolean enabled) {
    if (pattern.isEmpty() && schedule.isEmpty()) {
      throw EventErrors.invalid(
          "Parameter(s) EventPattern or ScheduleExpression must be specified for rule " + name);
    }
    var parsed = pattern.map(EventPatternParser::parse);
    var interval = schedule.map(Schedule::parse);
    var rule = rules.computeIfAbsent(name, Rule::new);
    rule.patternText = pattern;
    rule.pattern = parsed;
    rule.scheduleText = schedule;
    rule.schedule = interval;
    enable(rule, enabled);
    return rule;
  }

  void enable(Rule rule, boolean enabled) {
    rule.enabled = enabled;
    rule.timer.ifPresent(Timer::cancel);
    rule.timer = Optional.empty();
    if (enabled) {
      schedule(rule);
    }
  }

  private void schedule(Rule rule) {
    rule.timer =
        rule.schedule.map(interval ->
            loop.after(
                interval,
                () -> {
                  schedule(rule);
                  fire(rule);
                }));
  }

  private void fire(Rule rule) {
    var event =
        new StageEvent(
            Ids.uuid(loop.random()),
            "aws.events",
            "Scheduled Event",
            loop.now(),
            List.of(rule.arn()),
            JsonNodeFactory.instance.objectNode());
    observer.accept(event);
    deliver(rule, event);
  }

  void putTarget(Rule rule, RuleTarget target) {
    service(target);
    if (!rule.targets.containsKey(target.id()) && rule.targets.size() == MAX_TARGETS) {
      throw EventErrors.invalid(
          "rule %s has %d targets already, the most there can be"
              .formatted(rule.name, MAX_TARGETS));
    }
    rule.targets.put(target.id(), target);
  }

  void delete(String name) {
    var rule = rules.get(name);
    if (rule != null) {
      if (!rule.targets.isEmpty()) {
        throw EventErrors.invalid("Rule can't be deleted since it has targets.");
      }
      enable(rule, false);
      rules.remove(name);
    }
  }
}
