package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.events.EventBus;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Puts every change of an execution's status on the event bus, as Step Functions does. */
final class StatusChanges implements ExecutionObserver {
  private final EventBus events;

  StatusChanges(EventBus events) {
    this.events = events;
  }

  @Override
  public void statusChanged(Execution execution) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("executionArn", execution.arn());
    detail.put("stateMachineArn", execution.stateMachineArn());
    detail.put("name", execution.name());
    detail.put("status", execution.status().name());
    detail.put("startDate", execution.startDate().toEpochMilli());
    execution
        .stopDate()
        .ifPresentOrElse(
            stop -> detail.put("stopDate", stop.toEpochMilli()), () -> detail.putNull("stopDate"));
    events.publish(
        "aws.states", "Step Functions Execution Status Change", List.of(execution.arn()), detail);
  }
}
