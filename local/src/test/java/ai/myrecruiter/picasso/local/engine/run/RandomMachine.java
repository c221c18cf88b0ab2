package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Small machines that are always accepted and always end: every state leads on, none back. */
final class RandomMachine {
  private static final int DEEPEST = 2;
  private final RandomGenerator random;
  private int names;

  RandomMachine(RandomGenerator random) {
    this.random = random;
  }

  String definition() {
    var machine = machine(0);
    if (random.nextInt(5) == 0) {
      machine.put("TimeoutSeconds", 1 + random.nextInt(60));
    }
    return Json.write(machine);
  }

  /** An input with what the machines look for, or without. */
  String input() {
    var input = Json.object().put("n", random.nextInt(4)).put("s", random.nextInt(3));
    var items = input.putArray("items");
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(input.deepCopy().retain("n", "s"));
    }
    return random.nextInt(10) == 0 ? "[1, 2]" : Json.write(input);
  }

  private ObjectNode machine(int depth) {
    int length = 1 + random.nextInt(3);
    int first = names;
    names += length;
    var machine = Json.object().put("StartAt", "S" + first);
    var states = machine.putObject("States");
    for (int i = 0; i < length; i++) {
      var next = i + 1 < length ? "S" + (first + i + 1) : "";
      states.set("S" + (first + i), state(depth, next));
    }
    return machine;
  }

  private ObjectNode state(int depth, String next) {
    return switch (random.nextInt(depth < DEEPEST ? 9 : 6)) {
      case 0 -> flow(Json.object().put("Type", "Wait").put("SecondsPath", "$.s"), next);
      case 1 -> next.isEmpty() ? fail() : choice(next);
      case 2, 3 -> caught(task(), next);
      case 4, 5 -> pass(next);
      case 6, 7 -> caught(map(depth), next);
      default -> caught(parallel(depth), next);
    };
  }

  private ObjectNode fail() {
    return random.nextBoolean()
        ? Json.object().put("Type", "Fail").put("Error", "E" + random.nextInt(2))
        : Json.object().put("Type", "Succeed");
  }

  private ObjectNode choice(String next) {
    var choice = Json.object().put("Type", "Choice");
    var rule = choice.putArray("Choices").addObject();
    rule.put("Variable", random.nextInt(8) == 0 ? "$.missing" : "$.n");
    rule.put("NumericGreaterThan", random.nextInt(4)).put("Next", next);
    return random.nextInt(4) == 0 ? choice : choice.put("Default", next);
  }

  private ObjectNode pass(String next) {
    var pass = flow(Json.object().put("Type", "Pass"), next);
    switch (random.nextInt(5)) {
      case 0 -> pass.put("ResultPath", "$.r").set("Result", JsonNodeFactory.instance.numberNode(1));
      case 1 -> pass.put("InputPath", "$.n").put("ResultPath", "$.m");
      case 2 -> pass.set("Parameters", Json.object().put("n.$", "$.n").put("s", 1));
      case 3 -> pass.putNull("ResultPath");
      default -> pass.put("OutputPath", random.nextInt(6) == 0 ? "$.missing" : "$");
    }
    return pass;
  }

  private ObjectNode task() {
    var task = Json.object().put("Type", "Task");
    boolean waits = random.nextInt(4) == 0;
    task.put("Resource", "arn:aws:states:::lambda:invoke" + (waits ? ".waitForTaskToken" : ""));
    task.put("TimeoutSeconds", 1 + random.nextInt(5)).putNull("ResultPath");
    var parameters = task.putObject("Parameters").put("FunctionName", "f" + random.nextInt(4));
    if (waits) {
      parameters.putObject("Payload").put("token.$", "$$.Task.Token");
    }
    return task;
  }

  private ObjectNode map(int depth) {
    var map = Json.object().put("Type", "Map").put("ItemsPath", "$.items").putNull("ResultPath");
    map.put("MaxConcurrency", random.nextInt(3));
    if (random.nextInt(3) == 0) {
      map.put("ToleratedFailureCount", random.nextInt(2));
    }
    return map.set("ItemProcessor", machine(depth + 1));
  }

  private ObjectNode parallel(int depth) {
    var parallel = Json.object().put("Type", "Parallel").putNull("ResultPath");
    var branches = parallel.putArray("Branches");
    for (int i = 1 + random.nextInt(2); i >= 0; i--) {
      branches.add(machine(depth + 1));
    }
    return parallel;
  }

  private ObjectNode caught(ObjectNode state, String next) {
    if (random.nextInt(3) == 0) {
      var retrier = state.putArray("Retry").addObject();
      retrier.put("IntervalSeconds", random.nextInt(3)).put("MaxAttempts", random.nextInt(3));
      retrier.set("ErrorEquals", names("States.ALL"));
      retrier.put("JitterStrategy", random.nextBoolean() ? "FULL" : "NONE");
    }
    if (!next.isEmpty() && random.nextInt(3) == 0) {
      var catcher = state.putArray("Catch").addObject().put("Next", next);
      catcher.put("ResultPath", "$.error").set("ErrorEquals", names("States.TaskFailed"));
    }
    return flow(state, next);
  }

  private static JsonNode names(String name) {
    return JsonNodeFactory.instance.arrayNode().add(name);
  }

  private static ObjectNode flow(ObjectNode state, String next) {
    return next.isEmpty() ? state.put("End", true) : state.put("Next", next);
  }
}
