package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Fields;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** The calls on rules and their targets. */
final class RuleCalls {
  private final EventLoop loop;
  private final EventBus bus;

  RuleCalls(EventLoop loop, EventBus bus) {
    this.loop = loop;
    this.bus = bus;
  }

  static void checkBus(@Nullable String name) {
    if (name != null && !name.equals("default") && !name.endsWith(":event-bus/default")) {
      throw EventErrors.notFound(
          "event bus '%s' does not exist: the stage has the default bus only".formatted(name));
    }
  }

  public PutRuleResponse putRule(PutRuleRequest request) {
    checkBus(request.eventBusName());
    return loop.call(() -> {
      var rule =
          bus.put(
              request.name(),
              Optional.ofNullable(request.eventPattern()),
              Optional.ofNullable(request.scheduleExpression()),
              request.state() != RuleState.DISABLED);
      rule.description = Optional.ofNullable(request.description()).orElse("");
      return PutRuleResponse.builder().ruleArn(rule.arn()).build();
    });
  }

  public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
    checkBus(request.eventBusName());
    return loop.call(() ->
        Fields.copy(shown(bus.require(request.name())), DescribeRuleResponse.builder()).build());
  }

  public ListRulesResponse listRules(ListRulesRequest request) {
    checkBus(request.eventBusName());
    var prefix = Optional.ofNullable(request.namePrefix()).orElse("");
    return loop.call(() -> {
      var shown = new ArrayList<software.amazon.awssdk.services.eventbridge.model.Rule>();
      for (var rule : bus.rules()) {
        if (rule.name.startsWith(prefix)) {
          shown.add(shown(rule));
        }
      }
      return ListRulesResponse.builder().rules(shown).build();
    });
  }

  private static software.amazon.awssdk.services.eventbridge.model.Rule shown(Rule rule) {
    return software.amazon.awssdk.services.eventbridge.model.Rule.builder()
        .name(rule.name)
        .arn(rule.arn())
        .description(rule.description)
        .eventPattern(rule.patternText.orElse(null))
        .scheduleExpression(rule.scheduleText.orElse(null))
        .state(rule.enabled ? RuleState.ENABLED : RuleState.DISABLED)
        .eventBusName("default")
        .build();
  }

  public EnableRuleResponse enableRule(EnableRuleRequest request) {
    change(request.eventBusName(), request.name(), rule -> bus.enable(rule, true));
    return EnableRuleResponse.builder().build();
  }

  public DisableRuleResponse disableRule(DisableRuleRequest request) {
    change(request.eventBusName(), request.name(), rule -> bus.enable(rule, false));
    return DisableRuleResponse.builder().build();
  }

  public PutTargetsResponse putTargets(PutTargetsRequest request) {
    var targets = request.targets().stream().map(TargetMapping::target).toList();
    change(
        request.eventBusName(),
        request.rule(),
        rule -> targets.forEach(target -> bus.putTarget(rule, target)));
    return PutTargetsResponse.builder().failedEntryCount(0).build();
  }

  public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
    change(
        request.eventBusName(),
        request.rule(),
        rule -> request.ids().forEach(rule.targets::remove));
    return RemoveTargetsResponse.builder().failedEntryCount(0).build();
  }

  private void change(@Nullable String busName, String name, Consumer<Rule> change) {
    checkBus(busName);
    loop.call(() -> {
      var rule = bus.require(name);
      change.accept(rule);
      return rule;
    });
  }

  public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
    checkBus(request.eventBusName());
    return loop.call(() ->
        ListTargetsByRuleResponse.builder()
            .targets(
                bus.require(request.rule()).targets.values().stream()
                    .map(TargetMapping::shown)
                    .toList())
            .build());
  }

  public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
    checkBus(request.eventBusName());
    return loop.call(() -> {
      bus.delete(request.name());
      return DeleteRuleResponse.builder().build();
    });
  }
}
