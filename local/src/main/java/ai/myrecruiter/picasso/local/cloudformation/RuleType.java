package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Rules of the stage's EventBridge with their targets. */
final class RuleType {
  private final EventBridgeClient events;

  RuleType(EventBridgeClient events) {
    this.events = events;
  }

  StagedType type() {
    return new StagedType(
            "AWS::Events::Rule",
            PropertyRules.effective(
                    "Description",
                    "EventPattern",
                    "Name",
                    "ScheduleExpression",
                    "State",
                    "Targets[].Arn",
                    "Targets[].Id",
                    "Targets[].Input",
                    "Targets[].InputPath",
                    "Targets[].InputTransformer.InputPathsMap",
                    "Targets[].InputTransformer.InputTemplate")
                .withoutEffect("Targets[].RoleArn", InertTypes.NOBODY_IS_REFUSED),
            Set.of("Arn"),
            this::create)
        .with(this::change, this::delete);
  }

  private Created create(ResourceRequest request) {
    var properties = request.properties();
    var rule =
        PutRuleRequest.builder()
            .name(request.name("Name"))
            .description(request.text("Description"))
            .state(properties.path("State").asText("ENABLED"));
    if (properties.has("EventPattern")) {
      rule.eventPattern(properties.path("EventPattern").toString());
    }
    if (properties.has("ScheduleExpression")) {
      rule.scheduleExpression(request.text("ScheduleExpression"));
    }
    var put = rule.build();
    var arn = events.putRule(put).ruleArn();
    var targets = properties.path("Targets").valueStream().map(RuleType::target).toList();
    if (!targets.isEmpty()) {
      events.putTargets(it -> it.rule(put.name()).targets(targets));
    }
    return new Created(put.name(), Map.of("Arn", arn));
  }

  /** Targets that the template no longer has are taken away. */
  private Created change(ResourceRequest request, Created existing) {
    removeTargets(existing.physicalId());
    return create(request);
  }

  private void delete(ResourceRequest request, Created existing) {
    removeTargets(existing.physicalId());
    events.deleteRule(it -> it.name(existing.physicalId()));
  }

  private void removeTargets(String rule) {
    var ids = events.listTargetsByRule(it -> it.rule(rule)).targets().stream().map(Target::id);
    events.removeTargets(it -> it.rule(rule).ids(ids.toList()));
  }

  private static Target target(JsonNode target) {
    var made = Target.builder().id(target.path("Id").asText()).arn(target.path("Arn").asText());
    if (target.has("Input")) {
      made.input(target.path("Input").asText());
    }
    if (target.has("InputPath")) {
      made.inputPath(target.path("InputPath").asText());
    }
    if (target.has("InputTransformer")) {
      made.inputTransformer(transformer(target.path("InputTransformer")));
    }
    return made.build();
  }

  private static InputTransformer transformer(JsonNode transformer) {
    var paths = new HashMap<String, String>();
    for (var path : transformer.path("InputPathsMap").properties()) {
      paths.put(path.getKey(), path.getValue().asText());
    }
    return InputTransformer.builder()
        .inputPathsMap(paths)
        .inputTemplate(transformer.path("InputTemplate").asText())
        .build();
  }
}
