package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.Dialect;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.RandomIds;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state machines of the stage; to be used on the loop only. */
public final class StateMachines {
  private final EventLoop loop;
  private final Names names;
  private final Dialect.Tasks tasks;
  private final Map<String, MachineEntry> entries = new LinkedHashMap<>();

  /**
   * No state machines yet.
   *
   * @param tasks which ones somebody does
   */
  StateMachines(EventLoop loop, Names names, Dialect.Tasks tasks) {
    this.loop = loop;
    this.names = names;
    this.tasks = tasks;
  }

  /**
   * What an execution is started of.
   *
   * @param version the ARN of the version, unless the current revision is meant
   * @param alias the ARN of the alias that chose the version
   */
  record Target(StateMachine machine, Optional<String> version, Optional<String> alias) {}

  /**
   * Makes a state machine, or gives the one of that name when it has the same definition and type;
   * its role stays as it is then.
   */
  StateMachine create(String name, String definition, String roleArn, WorkflowType type) {
    var arn = names.stateMachine(name);
    var read = Refusals.definition(definition, new Dialect(type, tasks));
    var existing = entries.get(arn);
    if (existing != null) {
      if (!existing.current.definition().equals(read) || existing.current.type() != type) {
        throw Refusals.stateMachineExists(arn);
      }
      return existing.current;
    }
    var now = loop.now();
    var machine =
        new StateMachine(arn, name, roleArn, type, definition, read, now, Optional.empty(), now);
    entries.put(arn, new MachineEntry(machine));
    return machine;
  }

  /** Changes what is given; executions under way keep what they started with. */
  public StateMachine update(String arn, Optional<String> definition, Optional<String> roleArn) {
    if (definition.isEmpty() && roleArn.isEmpty()) {
      throw new StepFunctionsException(
          Code.MISSING_REQUIRED_PARAMETER,
          "Missing Required Parameter: give definition or roleArn, or both");
    }
    var entry = entry(MachineArn.parse(arn).unqualified());
    var old = entry.current;
    entry.current =
        new StateMachine(
            old.arn(),
            old.name(),
            roleArn.orElse(old.roleArn()),
            old.type(),
            definition.orElse(old.text()),
            definition
                .map(text -> Refusals.definition(text, new Dialect(old.type(), tasks)))
                .orElse(old.definition()),
            old.creationDate(),
            Optional.of(RandomIds.uuid(loop.random())),
            loop.now());
    return entry.current;
  }

  /**
   * Takes a state machine away with its versions and aliases; without effect when there is none.
   */
  void delete(String arn) {
    entries.remove(MachineArn.parse(arn).unqualified().machine());
  }

  /** The current revision of a state machine, or the one that a version ARN names. */
  public StateMachine get(String arn) {
    var parsed = MachineArn.parse(arn);
    var entry = entry(parsed);
    if (parsed.qualifier().isEmpty()) {
      return entry.current;
    }
    return entry
        .version(parsed)
        .map(MachineVersion::machine)
        .orElseThrow(() -> Refusals.noStateMachine(arn));
  }

  /** All state machines, oldest first. */
  public List<StateMachine> all() {
    return entries.values().stream().map(entry -> entry.current).toList();
  }

  /** What an ARN means to whoever starts an execution; an alias chooses among its versions. */
  Target target(String arn) {
    var parsed = MachineArn.parse(arn);
    var entry = entry(parsed);
    if (parsed.qualifier().isEmpty()) {
      return new Target(entry.current, Optional.empty(), Optional.empty());
    }
    var alias = Optional.ofNullable(entry.aliases.get(parsed.qualifier().get()));
    var version = alias.map(a -> a.choose(loop.random().nextInt(100))).orElse(arn);
    return entry
        .version(MachineArn.parse(version))
        .map(v -> new Target(v.machine(), Optional.of(v.arn()), alias.map(MachineAlias::arn)))
        .orElseThrow(() -> Refusals.noStateMachine(arn));
  }

  /** Refuses a state machine, one of its versions or one of its aliases of the other type. */
  public void require(WorkflowType type, String arn) {
    Refusals.requireType(type, entry(MachineArn.parse(arn)).current);
  }

  /** The tags of a state machine. */
  public Map<String, String> tags(String arn) {
    return tagged(arn).tags();
  }

  /** Adds tags, in place of those that have the same keys. */
  public void tag(String arn, Map<String, String> tags) {
    tagged(arn).tag(tags);
  }

  /** Takes tags away; without effect on keys that are not there. */
  public void untag(String arn, List<String> keys) {
    tagged(arn).untag(keys);
  }

  private MachineEntry tagged(String arn) {
    var entry = entries.get(MachineArn.parse(arn).machine());
    if (entry == null) {
      throw Refusals.noResource(arn);
    }
    return entry;
  }

  MachineEntry entry(MachineArn arn) {
    var entry = entries.get(arn.machine());
    if (entry == null) {
      throw Refusals.noStateMachine(arn.machine());
    }
    return entry;
  }

  /** As {@link #entry}, where the answer to a machine that is not there is another. */
  Optional<MachineEntry> find(MachineArn arn) {
    return Optional.ofNullable(entries.get(arn.machine()));
  }
}
