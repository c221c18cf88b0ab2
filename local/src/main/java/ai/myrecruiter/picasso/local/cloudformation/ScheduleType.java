package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Schedules of EventBridge Scheduler, run by the stage's event bus as a rule of their name. */
final class ScheduleType {
  private final EventBridgeClient events;

  ScheduleType(EventBridgeClient events) {
    this.events = events;
  }

  StagedType type() {
    return new StagedType(
            "AWS::Scheduler::Schedule",
            PropertyRules.effective(
                    "Description",
                    "FlexibleTimeWindow.Mode",
                    "Name",
                    "ScheduleExpression",
                    "State",
                    "Target.Arn",
                    "Target.Input")
                .withoutEffect("Target.RetryPolicy", "the stage's bus delivers what it has")
                .withoutEffect("Target.RoleArn", InertTypes.NOBODY_IS_REFUSED),
            Set.of("Arn"),
            this::create)
        .with((request, existing) -> create(request), this::delete);
  }

  private void delete(ResourceRequest request, Created existing) {
    events.removeTargets(it -> it.rule(existing.physicalId()).ids("target"));
    events.deleteRule(it -> it.name(existing.physicalId()));
  }

  private Created create(ResourceRequest request) {
    var properties = request.properties();
    var window = properties.at("/FlexibleTimeWindow/Mode").asText();
    if (!window.equals("OFF")) {
      throw new IllegalArgumentException(
          "FlexibleTimeWindow %s: the stage runs a schedule on time; use OFF".formatted(window));
    }
    var name = request.name("Name");
    var target = properties.path("Target");
    events.putRule(put ->
        put.name(name)
            .description(request.text("Description"))
            .scheduleExpression(request.text("ScheduleExpression"))
            .state(properties.path("State").asText("ENABLED")));
    var called =
        Target.builder()
            .id("target")
            .arn(target.path("Arn").asText())
            .input(target.path("Input").asText("{}"))
            .build();
    events.putTargets(put -> put.rule(name).targets(called));
    return new Created(
        name, Map.of("Arn", request.account().arn("scheduler", "schedule/default/" + name)));
  }
}
