package ai.myrecruiter.picasso.local.cloudformation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Faults of CloudFormation's resources, by type and operation; to be used on the loop only. */
public final class ResourceFaults {
  private record Fault(IntPredicate covers, String reason) {}

  private final Map<String, Map<ResourceOperation, Fault>> faults = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();

  /** Makes an operation on a type fail until {@link #clear}. */
  public void always(String type, ResourceOperation operation, String reason) {
    put(type, operation, new Fault(number -> true, reason));
  }

  /** Makes one call fail, the first that comes being number 1. */
  public void atCall(String type, ResourceOperation operation, int call, String reason) {
    put(type, operation, new Fault(number -> number == call, reason));
  }

  /** Makes all calls from one on fail, the first that comes being number 1. */
  public void fromCall(String type, ResourceOperation operation, int call, String reason) {
    put(type, operation, new Fault(number -> number >= call, reason));
  }

  /** Takes every fault away and counts anew. */
  public void clear() {
    faults.clear();
    calls.clear();
  }

  private void put(String type, ResourceOperation operation, Fault fault) {
    calls.remove(type + operation);
    faults
        .computeIfAbsent(type, key -> new EnumMap<>(ResourceOperation.class))
        .put(operation, fault);
  }

  /**
   * Counts a call, and fails it when it is to fail.
   *
   * @throws ResourceRefused with the fault's reason
   */
  void check(String type, ResourceOperation operation) {
    int number = calls.merge(type + operation, 1, Integer::sum);
    var fault = faults.getOrDefault(type, Map.of()).get(operation);
    if (fault != null && fault.covers().test(number)) {
      throw new ResourceRefused(fault.reason());
    }
  }
}
