package ai.myrecruiter.picasso.local.engine.asl;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads StartAt and States, of a definition or a branch, and checks that the states hang together.
 */
final class MachineParser {
  private static final int MAX_NAME = 80;
  private final Findings findings;
  private final Dialect dialect;
  private final Set<String> namesOfAll = new HashSet<>();

  MachineParser(Findings findings, Dialect dialect) {
    this.findings = findings;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  Machine parse(Fields fields) {
    fields.require("States", "StartAt");
    var startAt = fields.text("StartAt");
    var all = fields.object("States");
    var states = new LinkedHashMap<String, State>();
    for (var name : all.names()) {
      checkName(name, all);
      new StateParser(this, name, all.object(name)).parse().ifPresent(s -> states.put(name, s));
    }
    boolean complete = states.size() == all.names().size();
    if (fields.has("States") && all.names().isEmpty()) {
      fields.schema("States", "Value cannot be empty");
    }
    if (fields.has("StartAt") && !all.names().contains(startAt)) {
      missing(fields.location("StartAt"), startAt);
    }
    if (complete) {
      checkTargets(all, states);
      if (isWhole(fields)
          && !states.isEmpty()
          && states.values().stream().noneMatch(MachineParser::isTerminal)) {
        findings.add(Finding.Code.MISSING_END_STATE, "", "Workflow has no terminal state");
      } else if (fields.has("StartAt")) {
        checkReached(all, startAt, states);
      }
    }
    return new Machine(startAt, states);
  }

  private void checkName(String name, Fields all) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      all.schema(name, "A state's name has 1 to " + MAX_NAME + " characters");
    }
    if (!namesOfAll.add(name)) {
      findings.add(
          Finding.Code.DUPLICATE_STATE_NAME, all.location(name), "Duplicate State name: " + name);
    }
  }

  private void checkTargets(Fields all, Map<String, State> states) {
    states.forEach((name, state) ->
        targets(state)
            .filter(target -> !states.containsKey(target.state()))
            .forEach(target -> missing(all.location(name) + target.location(), target.state())));
  }

  private void checkReached(Fields all, String startAt, Map<String, State> states) {
    var reached = new HashSet<String>();
    var ahead = new ArrayDeque<>(List.of(startAt));
    while (!ahead.isEmpty()) {
      var state = states.get(ahead.pop());
      if (state != null && reached.add(state.name())) {
        targets(state).map(Target::state).forEach(ahead::push);
      }
    }
    for (var name : states.keySet()) {
      if (!reached.contains(name)) {
        findings.add(
            Finding.Code.MISSING_TRANSITION_TARGET,
            all.location(name),
            "State \"" + name + "\" is not reachable.");
      }
    }
  }

  private void missing(String location, String target) {
    findings.add(
        Finding.Code.MISSING_TRANSITION_TARGET, location, "Missing 'Next' target: " + target);
  }

  /** Only a whole machine must be able to end; a branch that cannot is taken. */
  private static boolean isWhole(Fields fields) {
    return fields.location("").equals("/");
  }

  private static boolean isTerminal(State state) {
    return switch (state) {
      case PassState s -> s.next().isEmpty();
      case WaitState s -> s.next().isEmpty();
      case TaskState s -> s.next().isEmpty();
      case ParallelState s -> s.next().isEmpty();
      case MapState s -> s.next().isEmpty();
      case SucceedState _, FailState _ -> true;
      case ChoiceState _ -> false;
    };
  }

  private record Target(String location, String state) {
    static Target next(String state) {
      return new Target("/Next", state);
    }
  }

  private static Stream<Target> targets(State state) {
    return switch (state) {
      case PassState s -> s.next().stream().map(Target::next);
      case WaitState s -> s.next().stream().map(Target::next);
      case TaskState s -> concat(s.next().stream().map(Target::next), s.recovery());
      case ParallelState s -> concat(s.next().stream().map(Target::next), s.recovery());
      case MapState s -> concat(s.next().stream().map(Target::next), s.recovery());
      case ChoiceState s -> Stream.concat(rules(s), otherwise(s));
      case SucceedState _, FailState _ -> Stream.empty();
    };
  }

  private static Stream<Target> rules(ChoiceState state) {
    return indexed(state.rules().size())
        .map(i -> new Target("/Choices[" + i + "]/Next", state.rules().get(i).next()));
  }

  private static Stream<Target> otherwise(ChoiceState state) {
    return state.otherwise().stream().map(name -> new Target("/Default", name));
  }

  private static Stream<Target> concat(Stream<Target> first, Recovery recovery) {
    var catchers = recovery.catchers();
    return Stream.concat(
        first,
        indexed(catchers.size())
            .map(i -> new Target("/Catch[" + i + "]/Next", catchers.get(i).next())));
  }

  private static Stream<Integer> indexed(int size) {
    return Stream.iterate(0, i -> i < size, i -> i + 1);
  }
}
