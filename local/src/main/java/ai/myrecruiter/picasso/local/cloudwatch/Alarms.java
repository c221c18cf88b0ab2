package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * The alarms of the stage, each evaluated a moment after every end of its period. To be used on the
 * event loop only.
 */
public final class Alarms {
  private final EventLoop loop;
  private final MetricStore metrics;
  private final AlarmEvents events;
  private final Duration evaluationDelay;
  private final NavigableMap<String, Alarm> alarms = new TreeMap<>();

  /**
   * No alarms yet.
   *
   * @param bus gets every change of state
   * @param evaluationDelay how long after the end of a period it is looked at, for values that
   *     arrive a little late
   */
  public Alarms(EventLoop loop, MetricStore metrics, EventBus bus, Duration evaluationDelay) {
    if (evaluationDelay.isNegative()) {
      throw new IllegalArgumentException(
          "evaluation delay %s is negative: give zero or more".formatted(evaluationDelay));
    }
    this.loop = loop;
    this.metrics = metrics;
    this.events = new AlarmEvents(bus);
    this.evaluationDelay = evaluationDelay;
  }

  /** Creates an alarm, or replaces one and keeps its state. */
  void put(PutMetricAlarmRequest request) {
    var definition = AlarmDefinition.of(metrics, request);
    var old = alarms.get(definition.name());
    var state =
        old == null
            ? new AlarmState(
                StateValue.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", "", loop.now())
            : old.state;
    if (old != null) {
      old.next.ifPresent(Timer::cancel);
    }
    var alarm = new Alarm(definition, loop.now(), state);
    alarms.put(definition.name(), alarm);
    schedule(alarm, endOfPresentPeriod(definition.period()));
  }

  void delete(String name) {
    require(name).next.ifPresent(Timer::cancel);
    alarms.remove(name);
  }

  Iterable<Alarm> all() {
    return alarms.values();
  }

  Alarm require(String name) {
    var alarm = alarms.get(name);
    if (alarm == null) {
      throw CloudWatchErrors.notFound("alarm '%s' does not exist".formatted(name));
    }
    return alarm;
  }

  /** Gives an alarm a state until its next evaluation, as an alarm drill does. */
  void setState(String name, StateValue value, String reason, String reasonData) {
    var alarm = require(name);
    alarm.silent = false;
    change(alarm, new AlarmState(value, reason, reasonData, loop.now()));
  }

  private Instant endOfPresentPeriod(Duration period) {
    long seconds = period.toSeconds();
    return Instant.ofEpochSecond(
        Math.floorDiv(loop.now().getEpochSecond(), seconds) * seconds + seconds);
  }

  private void schedule(Alarm alarm, Instant end) {
    alarm.next =
        Optional.of(
            loop.at(
                end.plus(evaluationDelay),
                () -> {
                  evaluate(alarm, end);
                  schedule(alarm, end.plus(alarm.definition.period()));
                }));
  }

  private void evaluate(Alarm alarm, Instant end) {
    var definition = alarm.definition;
    boolean silent = !definition.values().anySince(start(definition, end));
    if (silent && alarm.silent) {
      return;
    }
    alarm.silent = silent;
    var rule = definition.rule();
    var judgement = rule.judge(range(definition, end));
    var value = definition.state(judgement, alarm.state.value());
    if (value == alarm.state.value()) {
      return;
    }
    var data =
        AlarmReason.data(
            rule,
            judgement,
            definition.statistic(),
            (int) definition.period().toSeconds(),
            loop.now());
    change(
        alarm,
        new AlarmState(value, AlarmReason.sentence(rule, judgement, value), data, loop.now()));
  }

  private static int periods(AlarmDefinition definition) {
    return definition.rule().periods() + AlarmEvaluator.EXTRA_PERIODS;
  }

  private static Instant start(AlarmDefinition definition, Instant end) {
    return end.minusSeconds(definition.period().toSeconds() * periods(definition));
  }

  private static List<Datapoint> range(AlarmDefinition definition, Instant end) {
    int periods = periods(definition);
    var values = definition.values().values(definition.returned(), start(definition, end), end);
    var range = new ArrayList<Datapoint>();
    for (int i = 1; i <= periods; i++) {
      var period = end.minusSeconds(definition.period().toSeconds() * i);
      range.add(new Datapoint(period, values.at(period)));
    }
    return range;
  }

  private void change(Alarm alarm, AlarmState state) {
    var previous = alarm.state;
    alarm.state = state;
    if (previous.value() != state.value()) {
      events.changed(alarm, previous);
    }
  }
}
