package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.MachineAlias.Route;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The aliases of state machines; to be used on the loop only. */
public final class MachineAliases {
  private static final int MOST = 100;
  private static final Pattern LEGAL = Pattern.compile("(?=.*[a-zA-Z_.-])[a-zA-Z0-9_.-]{1,80}");
  private final EventLoop loop;
  private final StateMachines machines;
  private final MachineVersions versions;

  MachineAliases(EventLoop loop, StateMachines machines, MachineVersions versions) {
    this.loop = loop;
    this.machines = machines;
    this.versions = versions;
  }

  /** Makes an alias; the same one again when name, description and routes are the same. */
  public MachineAlias create(String name, String description, List<Route> routes) {
    if (!LEGAL.matcher(name).matches()) {
      throw new StepFunctionsException(
          Code.INVALID_NAME,
          "Invalid Name: '%s' (1 to 80 letters, digits, dots, hyphens or underscores, not all digits)"
              .formatted(name));
    }
    var now = loop.now();
    var owner = owner(routes);
    var alias = new MachineAlias(owner.current.arn(), name, description, routes, now, now);
    var existing = owner.aliases.get(name);
    if (existing != null) {
      if (!existing.description().equals(description) || !existing.routes().equals(routes)) {
        throw Refusals.conflict(
            "State machine alias %s exists with another description or routing"
                .formatted(existing.arn()));
      }
      return existing;
    }
    if (owner.aliases.size() >= MOST) {
      throw Refusals.quota("%s has %d aliases".formatted(owner.current.arn(), MOST));
    }
    owner.aliases.put(name, alias);
    return alias;
  }

  /** The machine whose versions the routes are; refuses versions of two machines, or none. */
  private MachineEntry owner(List<Route> routes) {
    var arns = routes.stream().map(route -> MachineArn.parse(route.versionArn())).toList();
    if (arns.stream().map(MachineArn::machine).distinct().count() != 1) {
      throw Refusals.invalid(
          "routingConfiguration must name versions of one state machine, not "
              + routes.stream().map(Route::versionArn).toList());
    }
    for (var route : routes) {
      if (versions.find(route.versionArn()).isEmpty()) {
        throw Refusals.noResource(route.versionArn());
      }
    }
    return machines.entry(arns.getFirst());
  }

  /** Changes what is given. */
  public MachineAlias update(
      String arn, Optional<String> description, Optional<List<Route>> routes) {
    if (description.isEmpty() && routes.isEmpty()) {
      throw Refusals.invalid("Give description or routingConfiguration, or both");
    }
    var old = get(arn);
    var entry = machines.entry(MachineArn.parse(arn));
    if (routes.isPresent() && !owner(routes.get()).equals(entry)) {
      throw Refusals.invalid("routingConfiguration must name versions of " + old.machineArn());
    }
    var changed =
        new MachineAlias(
            old.machineArn(),
            old.name(),
            description.orElse(old.description()),
            routes.orElse(old.routes()),
            old.creationDate(),
            loop.now());
    entry.aliases.put(old.name(), changed);
    return changed;
  }

  /** An alias. */
  public MachineAlias get(String arn) {
    var parsed = MachineArn.parse(arn);
    return machines
        .find(parsed)
        .flatMap(entry -> parsed.qualifier().map(entry.aliases::get))
        .orElseThrow(() -> Refusals.noResource(arn));
  }

  /** The aliases of a state machine, or those that use a version; newest first. */
  public List<MachineAlias> all(String machineOrVersionArn) {
    var arn = MachineArn.parse(machineOrVersionArn);
    return machines.entry(arn).aliases.values().stream()
        .filter(alias -> arn.qualifier().isEmpty() || alias.uses(machineOrVersionArn))
        .toList()
        .reversed();
  }

  /** Deletes an alias. */
  public void delete(String arn) {
    var alias = get(arn);
    machines.entry(MachineArn.parse(arn)).aliases.remove(alias.name());
  }
}
