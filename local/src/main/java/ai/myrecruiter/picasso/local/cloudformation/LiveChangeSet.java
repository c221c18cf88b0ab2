package ai.myrecruiter.picasso.local.cloudformation;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;

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

  void fail(String why) {
    status = ChangeSetStatus.FAILED;
    reason = why;
  }
}
