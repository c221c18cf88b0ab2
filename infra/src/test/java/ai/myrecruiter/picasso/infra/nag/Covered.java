package ai.myrecruiter.picasso.infra.nag;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources that an explanation covers, each by name. A new function or role is covered by
 * nothing: whoever adds it reads the explanations and puts it here, or meets the rule.
 */
final class Covered {
  /** The payload's functions. */
  static final List<String> PAYLOAD = List.of("Chat", "Streaming");

  /** The state machines. */
  static final List<String> MACHINES = List.of("HealthValidation", "Rollback", "Rollout");

  /** Tasks whose roles name every resource in full. */
  private static final List<String> TASKS_WITHOUT_STARS =
      List.of(
          "AcquireLease",
          "CloseRollout",
          "JudgeHealth",
          "NotifyAudience",
          "RequestApproval",
          "RequestChangeApproval",
          "ShutStreaming",
          "TakeOver",
          "VerifyApproval",
          "VerifyChangeApproval");

  /** Tasks whose roles have a star; what each star stands for is in LeastPrivilegeTest. */
  static final List<String> TASKS_WITH_STARS =
      List.of(
          "AbandonChange",
          "CheckChat",
          "CheckInfrastructure",
          "CloseRollback",
          "CreateChangeSet",
          "ExecuteChangeSet",
          "FollowStack",
          "InspectStack",
          "JudgeStage",
          "PromoteVersion",
          "PublishVersion",
          "ReleaseHoldback",
          "RestoreAlias",
          "ReviewChangeSet",
          "RunPreflight",
          "ShiftTraffic",
          "StopRollout",
          "VerifyRollback",
          "WatchAliases");

  /** Every task. */
  static final Collection<String> TASKS = both(TASKS_WITH_STARS, TASKS_WITHOUT_STARS);

  /** Those that a rule or a schedule calls, which look at no answer. */
  static final List<String> TASKS_OF_EVENTS = List.of("ShutStreaming", "WatchAliases");

  /** Those that a state calls and waits for. */
  static final Collection<String> TASKS_OF_STATES =
      TASKS.stream().filter(task -> !TASKS_OF_EVENTS.contains(task)).toList();

  private Covered() {}

  private static Collection<String> both(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toList());
  }

  /** Resources of a stack, by a form that has {@code %s} for their names. */
  static Set<String> in(String form, Collection<String> names) {
    return names.stream().map(form::formatted).collect(Collectors.toCollection(TreeSet::new));
  }

  @SafeVarargs
  static Set<String> all(Set<String>... sets) {
    var all = new TreeSet<String>();
    for (var set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
