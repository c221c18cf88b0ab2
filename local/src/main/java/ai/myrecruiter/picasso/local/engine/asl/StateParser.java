package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.asl.DefinitionParser.QueryLanguage;
import ai.myrecruiter.picasso.local.engine.data.Expression;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Reads one state. */
final class StateParser {
  private static final String[] TYPES = {
    "Pass", "Task", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"
  };
  private final MachineParser machines;
  private final String name;
  private final Fields fields;

  StateParser(MachineParser machines, String name, Fields fields) {
    this.machines = machines;
    this.name = name;
    this.fields = fields;
  }

  /** The state, or nothing when its type is unknown, which is then a finding. */
  Optional<State> parse() {
    fields.optionalText("Comment");
    if (!new QueryLanguage(fields).isJsonPath()) {
      return Optional.empty();
    }
    fields.require("Type");
    var state = ofType(fields.text("Type"));
    if (state.isPresent()) {
      fields.refuseOthers();
    }
    return state;
  }

  private Optional<State> ofType(String type) {
    return switch (type) {
      case "Pass" -> Optional.of(pass());
      case "Task" -> Optional.of(task());
      case "Choice" -> Optional.of(choice());
      case "Wait" -> Optional.of(new WaitState(name, io(), until(), next()));
      case "Succeed" -> Optional.of(new SucceedState(name, io()));
      case "Fail" -> Optional.of(fail());
      case "Parallel" -> Optional.of(parallel());
      case "Map" -> Optional.of(new MapParser(machines, name, fields).parse(this));
      default -> {
        if (fields.has("Type")) {
          fields.choice("Type", TYPES);
        }
        yield Optional.empty();
      }
    };
  }

  private State pass() {
    var result = fields.value("Result");
    return new PassState(
        name,
        io(),
        result,
        new Work(fields.template("Parameters"), Optional.empty(), fields.place("ResultPath")),
        next());
  }

  private State task() {
    fields.require("Resource");
    fields.refuseUnsupported("Credentials", "The field 'Credentials' is not run here");
    var timeout = seconds("TimeoutSeconds", 1);
    var heartbeat = seconds("HeartbeatSeconds", 1);
    if (timeout.orElse(null) instanceof Seconds.Given(long most)
        && heartbeat.orElse(null) instanceof Seconds.Given(long beat)
        && beat >= most) {
      fields.schema("HeartbeatSeconds", beat + " must be less than TimeoutSeconds, " + most);
    }
    return new TaskState(
        name,
        io(),
        new ResourceParser(fields, name, machines.dialect()).parse(),
        work(),
        timeout,
        heartbeat,
        new RecoveryParser(fields).parse(),
        next());
  }

  private State choice() {
    fields.require("Choices");
    var rules = new ArrayList<ChoiceState.Rule>();
    for (var rule : fields.list("Choices")) {
      rule.require("Next");
      var next = rule.text("Next");
      rules.add(new ChoiceState.Rule(new ConditionParser(rule).parse(), next));
    }
    if (fields.has("Choices") && rules.isEmpty()) {
      fields.schema("Choices", "Value cannot be empty");
    }
    return new ChoiceState(name, io(), rules, fields.optionalText("Default"));
  }

  private WaitState.Until until() {
    fields.exactlyOne("SecondsPath", "Seconds", "TimestampPath", "Timestamp");
    if (fields.has("Timestamp")) {
      var instant = Timestamps.parse(fields.text("Timestamp"));
      if (instant.isEmpty()) {
        fields.schema("Timestamp", "String does not match RFC3339 timestamp");
      }
      return new WaitState.Until.Moment(instant.orElse(Instant.EPOCH));
    }
    if (fields.has("TimestampPath")) {
      return fields
          .path("TimestampPath")
          .<WaitState.Until>map(WaitState.Until.MomentAt::new)
          .orElse(new WaitState.Until.Moment(Instant.EPOCH));
    }
    return new WaitState.Until.After(seconds("Seconds", 0).orElse(new Seconds.Given(0)));
  }

  private State fail() {
    return new FailState(name, textOrPath("Error"), textOrPath("Cause"));
  }

  private State parallel() {
    fields.require("Branches");
    var branches = new ArrayList<Machine>();
    for (var branch : fields.list("Branches")) {
      branch.optionalText("Comment");
      branches.add(machines.parse(branch));
      branch.refuseOthers();
    }
    if (fields.has("Branches") && branches.isEmpty()) {
      fields.schema("Branches", "Value cannot be empty");
    }
    return new ParallelState(
        name, io(), branches, work(), new RecoveryParser(fields).parse(), next());
  }

  InputOutput io() {
    return new InputOutput(fields.selection("InputPath"), fields.selection("OutputPath"));
  }

  private Work work() {
    return new Work(
        fields.template("Parameters"),
        fields.template("ResultSelector"),
        fields.place("ResultPath"));
  }

  Optional<String> next() {
    if (fields.flag("End")) {
      fields.atMostOne("Next", "End");
      return Optional.empty();
    } else if (!fields.has("Next")) {
      fields.schema("This object should have only one of the following fields: [Next, End]");
    }
    return fields.optionalText("Next");
  }

  /** A number of seconds, or the path to one in the field of the same name with Path. */
  private Optional<Seconds> seconds(String field, long least) {
    var path = field + "Path";
    if (!field.equals("Seconds")) {
      fields.atMostOne(field, path);
    }
    return fields
        .wholeNumber(field, least, Seconds.MAX)
        .<Seconds>map(Seconds.Given::new)
        .or(() -> fields.path(path).map(p -> new Seconds.At(p, path)));
  }

  /** A text, or an expression in the field of the same name with Path. */
  private Optional<Expression> textOrPath(String field) {
    var path = field + "Path";
    fields.atMostOne(field, path);
    var expression = fields.optionalText(path).flatMap(text -> expression(path, text));
    return fields
        .optionalText(field)
        .<Expression>map(text -> new Expression.Literal(Json.text(text)))
        .or(() -> expression);
  }

  private Optional<Expression> expression(String field, String text) {
    try {
      return Optional.of(Expression.parse(text));
    } catch (IllegalArgumentException e) {
      fields.schema(field, "Value must be a valid JSONPath.");
      return Optional.empty();
    }
  }
}
