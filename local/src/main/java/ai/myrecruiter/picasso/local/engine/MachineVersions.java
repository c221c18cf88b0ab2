package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.List;
import java.util.Optional;

/** The versions of state machines; to be used on the loop only. */
public final class MachineVersions {
  private static final int MOST = 1000;
  private final EventLoop loop;
  private final StateMachines machines;

  MachineVersions(EventLoop loop, StateMachines machines) {
    this.loop = loop;
    this.machines = machines;
  }

  /**
   * Publishes the current revision, or gives the version that it was published as.
   *
   * @param revisionId the revision that must be the current one
   */
  public MachineVersion publish(
      String machineArn, Optional<String> revisionId, String description) {
    var entry = machines.entry(MachineArn.parse(machineArn).unqualified());
    if (revisionId.isPresent() && !entry.current.isRevision(revisionId.get())) {
      throw Refusals.conflict(
          "Current state machine revision %s of %s is not the requested %s"
              .formatted(
                  entry.current.revisionId().orElse(StateMachine.INITIAL_REVISION),
                  machineArn,
                  revisionId.get()));
    }
    return entry.ofCurrentRevision().orElseGet(() -> publish(entry, description));
  }

  private MachineVersion publish(MachineEntry entry, String description) {
    if (entry.versions.size() >= MOST) {
      throw Refusals.quota(
          "%s has %d versions; delete those that nothing uses"
              .formatted(entry.current.arn(), MOST));
    }
    var version = new MachineVersion(entry.nextNumber(), entry.current, description, loop.now());
    entry.versions.put(version.number(), version);
    return version;
  }

  /** A version. */
  Optional<MachineVersion> find(String versionArn) {
    var arn = MachineArn.parse(versionArn);
    return machines.find(arn).flatMap(entry -> entry.version(arn));
  }

  /** The description of the version that an ARN names; empty for the machine itself. */
  public Optional<String> description(String arn) {
    return find(arn).map(MachineVersion::description).filter(text -> !text.isEmpty());
  }

  /** The versions of a state machine, newest first; none when there is no such machine. */
  public List<MachineVersion> all(String machineArn) {
    return machines
        .find(MachineArn.parse(machineArn).unqualified())
        .map(entry -> List.copyOf(entry.versions.descendingMap().values()))
        .orElse(List.of());
  }

  /** Deletes a version that no alias uses; without effect when there is none. */
  public void delete(String versionArn) {
    var arn = MachineArn.parse(versionArn);
    var number =
        arn.version()
            .orElseThrow(() ->
                Refusals.invalid(versionArn + " names no version: its last part must be a number"));
    machines
        .find(arn)
        .ifPresent(entry -> {
          var users =
              entry.aliases.values().stream()
                  .filter(alias -> alias.uses(versionArn))
                  .map(MachineAlias::arn)
                  .toList();
          if (!users.isEmpty()) {
            throw Refusals.conflict(
                "Version %s is used by %s; point them to another version first"
                    .formatted(versionArn, users));
          }
          entry.versions.remove(number);
        });
  }
}
