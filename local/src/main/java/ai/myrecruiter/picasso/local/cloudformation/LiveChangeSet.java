package ai.myrecruiter.picasso.local.cloudformation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** A change set of a stack; to be used on the event loop only. */
final class LiveChangeSet {
  final String id;
  final CreateChangeSetRequest request;
  final PlannedStack plan;
  final Instant created;
  ChangeSetStatus status = ChangeSetStatus.CREATE_PENDING;
  ExecutionStatus execution = ExecutionStatus.UNAVAILABLE;
  String reason = "";
  List<Change> changes = List.of();

  LiveChangeSet(String id, CreateChangeSetRequest request, PlannedStack plan, Instant created) {
    this.id = id;
    this.request = request;
    this.plan = plan;
    this.created = created;
  }

  String name() {
    return request.changeSetName();
  }

  boolean creates() {
    return request.changeSetType() == ChangeSetType.CREATE;
  }

  /** What is said of it, with the changes it would make. */
  DescribeChangeSetResponse described(LiveStack stack) {
    return DescribeChangeSetResponse.builder()
        .changeSetId(id)
        .changeSetName(name())
        .stackId(stack.id)
        .stackName(stack.name)
        .description(request.description())
        .creationTime(created)
        .status(status)
        .statusReason(reason.isEmpty() ? null : reason)
        .executionStatus(execution)
        .capabilities(request.capabilities())
        .tags(request.tags())
        .parameters(
            plan.values().parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it ->
                    Parameter.builder()
                        .parameterKey(it.getKey())
                        .parameterValue(it.getValue().asText())
                        .build())
                .toList())
        .changes(changes)
        .build();
  }

  /** The same in a list. */
  ChangeSetSummary summary(LiveStack stack) {
    return ChangeSetSummary.builder()
        .changeSetId(id)
        .changeSetName(name())
        .stackId(stack.id)
        .stackName(stack.name)
        .status(status)
        .executionStatus(execution)
        .build();
  }

  void fail(String why) {
    status = ChangeSetStatus.FAILED;
    reason = why;
  }
}
