package ai.myrecruiter.picasso.tests.access;

import ai.myrecruiter.picasso.local.stage.TaskCalls;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;

/** Every call of every task of a stage, and whether IAM would have let it through. */
public final class RecordedCalls implements TaskCalls.Listener {
  private record Call(String function, Permission needed) {}

  private final TaskRoles roles;
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();

  /** No calls yet, to be held against the roles of a template. */
  public RecordedCalls(TaskRoles roles) {
    this.roles = roles;
  }

  @Override
  public void calling(String function, SdkRequest request) {
    Permissions.neededFor(request).forEach(needed -> calls.add(new Call(function, needed)));
  }

  /** What AWS would have refused, a sentence each; empty when all is well. */
  public List<String> refused() {
    return calls.stream()
        .filter(
            call -> roles.of(call.function()).stream().noneMatch(it -> it.allows(call.needed())))
        .map(call ->
            "%s: its role does not allow %s; add it to TaskList, or do without"
                .formatted(TaskRoles.name(call.function()), call.needed()))
        .sorted()
        .toList();
  }

  /** The grants that a call needed. */
  Set<Grant> used() {
    return calls.stream()
        .flatMap(
            call -> roles.of(call.function()).stream().filter(grant -> grant.allows(call.needed())))
        .map(Grant::withoutVersions)
        .collect(Collectors.toSet());
  }
}
