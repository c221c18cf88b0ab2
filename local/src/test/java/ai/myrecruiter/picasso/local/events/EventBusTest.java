package ai.myrecruiter.picasso.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

final class EventBusTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final String MACHINE =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-rollback";
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final List<StageEvent> seen = new ArrayList<>();
  private final List<String> reports = new ArrayList<>();
  private final EventBus bus = new EventBus(loop, seen::add, reports::add);
  private final EventBridgeClient client = StageEventBridgeClient.of(loop, bus);
  private final List<String> sent = new ArrayList<>();
  private int refuse;

  @BeforeEach
  void connect() {
    bus.connect(
        "states",
        (arn, input) -> {
          sent.add(loop.now() + " " + arn + " " + input);
          return refuse-- > 0
              ? CompletableFuture.failedFuture(new IllegalStateException("busy"))
              : CompletableFuture.completedFuture(arn);
        });
  }

  private void rule(Target target) {
    client.putRule(r ->
        r.name("roll-back").eventPattern("{\"source\":[\"picasso.rollout\"]}").description("d"));
    client.putTargets(r -> r.rule("roll-back").targets(target));
  }

  private static Target.Builder machine() {
    return Target.builder().id("t").arn(MACHINE);
  }

  private PutEventsResponse publish(String source, String detail) {
    return client.putEvents(r ->
        r.entries(
            PutEventsRequestEntry.builder()
                .source(source)
                .detailType("Rollout Started")
                .resources("arn:x")
                .detail(detail)
                .build()));
  }

  @Test
  void sendsTheWholeEventToTheTargetsOfEveryRuleThatTakesIt() {
    rule(machine().build());
    var response = publish("picasso.rollout", "{\"a\":1}");
    publish("picasso.other", "{}");
    assertThat(sent).isEmpty();
    loop.runFor(Duration.ofSeconds(1));
    assertThat(response.failedEntryCount()).isZero();
    assertThat(sent)
        .hasSize(1)
        .first()
        .asString()
        .contains(MACHINE)
        .contains("\"id\":\"" + response.entries().getFirst().eventId() + "\"")
        .contains("\"detail-type\":\"Rollout Started\"", "\"time\":\"2026-11-02T08:00:00Z\"")
        .contains("\"resources\":[\"arn:x\"]", "\"detail\":{\"a\":1}");
    assertThat(seen).hasSize(2);
  }

  @Test
  void sendsWhatTheTargetAsksFor() {
    rule(machine().input("{\"reason\":\"always\"}").build());
    client.putTargets(r ->
        r.rule("roll-back")
            .targets(
                machine().id("part").inputPath("$.detail").build(),
                machine()
                    .id("template")
                    .inputTransformer(t ->
                        t.inputPathsMap(Map.of("a", "$.detail.a")).inputTemplate("{\"n\": <a>}"))
                    .build()));
    publish("picasso.rollout", "{\"a\":1}");
    loop.runFor(Duration.ofSeconds(1));
    assertThat(sent)
        .map(line -> line.substring(line.indexOf('{')))
        .containsExactly("{\"reason\":\"always\"}", "{\"a\":1}", "{\"n\": 1}");
  }

  @Test
  void triesATargetAgainUntilItTakesTheEvent() {
    rule(machine().input("{}").build());
    refuse = 3;
    publish("picasso.rollout", "{}");
    loop.runFor(Duration.ofMinutes(5));
    assertThat(sent)
        .map(line -> line.substring(0, 20))
        .containsExactly(
            "2026-11-02T08:00:00Z",
            "2026-11-02T08:00:01Z",
            "2026-11-02T08:00:03Z",
            "2026-11-02T08:00:07Z");
    assertThat(reports).isEmpty();
  }

  @Test
  void reportsAnEventThatNoAttemptDelivered() {
    rule(
        machine()
            .retryPolicy(retry -> retry.maximumRetryAttempts(2).maximumEventAgeInSeconds(3600))
            .deadLetterConfig(dead -> dead.arn("arn:aws:sqs:us-east-1:000000000000:dead"))
            .build());
    refuse = 100;
    publish("picasso.rollout", "{}");
    loop.runFor(Duration.ofHours(2));
    assertThat(sent).hasSize(3);
    assertThat(reports)
        .hasSize(1)
        .first()
        .asString()
        .contains("rule roll-back", MACHINE, "3 attempts failed", "busy", "sqs");
  }

  @Test
  void givesUpAnEventThatIsTooOld() {
    rule(machine().retryPolicy(r -> r.maximumEventAgeInSeconds(60)).build());
    refuse = 1_000;
    publish("picasso.rollout", "{}");
    loop.runFor(Duration.ofHours(2));
    assertThat(sent).hasSize(6);
    assertThat(reports).hasSize(1);
  }

  @Test
  void reportsAPartThatTheEventDoesNotHave() {
    rule(machine().inputPath("$.detail.gone").build());
    publish("picasso.rollout", "{}");
    loop.runFor(Duration.ofSeconds(1));
    assertThat(sent).isEmpty();
    assertThat(reports).hasSize(1);
  }

  @Test
  void runsAScheduledRuleAtItsRate() {
    client.putRule(r -> r.name("watch").scheduleExpression("rate(1 minute)"));
    client.putTargets(r -> r.rule("watch").targets(machine().build()));
    loop.runFor(Duration.ofSeconds(185));
    assertThat(sent).hasSize(3);
    assertThat(sent.getFirst())
        .startsWith("2026-11-02T08:01:00Z")
        .contains("\"detail-type\":\"Scheduled Event\"", "\"source\":\"aws.events\"");
    client.disableRule(r -> r.name("watch"));
    loop.runFor(Duration.ofMinutes(10));
    assertThat(sent).hasSize(3);
    client.enableRule(r -> r.name("watch"));
    loop.runFor(Duration.ofMinutes(1));
    assertThat(sent).hasSize(4);
  }

  @Test
  void sendsNothingForARuleThatIsOff() {
    rule(machine().build());
    client.disableRule(r -> r.name("roll-back"));
    assertThat(client.describeRule(r -> r.name("roll-back")).state()).isEqualTo(RuleState.DISABLED);
    publish("picasso.rollout", "{}");
    loop.runFor(Duration.ofSeconds(1));
    assertThat(sent).isEmpty();
  }

  @Test
  void showsRulesAndTargetsAsTheyWerePut() {
    rule(machine().inputPath("$.detail").build());
    var rule = client.describeRule(r -> r.name("roll-back"));
    assertThat(rule.arn()).endsWith(":rule/roll-back");
    assertThat(rule.eventPattern()).isEqualTo("{\"source\":[\"picasso.rollout\"]}");
    assertThat(rule.description()).isEqualTo("d");
    assertThat(client.listRules(r -> r.namePrefix("roll")).rules()).hasSize(1);
    assertThat(client.listRules(r -> r.namePrefix("x")).rules()).isEmpty();
    var targets = client.listTargetsByRule(r -> r.rule("roll-back")).targets();
    assertThat(targets.getFirst().inputPath()).isEqualTo("$.detail");
    assertThatThrownBy(() -> client.deleteRule(r -> r.name("roll-back")))
        .hasMessageContaining("has targets");
    client.removeTargets(r -> r.rule("roll-back").ids("t"));
    client.deleteRule(r -> r.name("roll-back"));
    assertThatThrownBy(() -> client.describeRule(r -> r.name("roll-back")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesRulesAndTargetsThatCouldNotWork() {
    assertThatThrownBy(() -> client.putRule(r -> r.name("none")))
        .hasMessageContaining("EventPattern or ScheduleExpression");
    assertThatThrownBy(
            () -> client.putRule(r -> r.name("c").scheduleExpression("cron(0 2 * * ? *)")))
        .hasMessageContaining("cron(0 2 * * ? *)");
    assertThatThrownBy(() -> client.putRule(r -> r.name("c").scheduleExpression("rate(1 minutes)")))
        .hasMessageContaining("rate(1 minutes)");
    assertThatThrownBy(() ->
            client.putRule(r -> r.name("b").eventBusName("mine").scheduleExpression("rate(1 day)")))
        .hasMessageContaining("default bus only");
    rule(machine().build());
    refused(
        machine().arn("arn:aws:sqs:us-east-1:000000000000:queue"), "service 'sqs', only [states]");
    refused(machine().arn("nothing"), "has no ARN");
    refused(machine().input("{"), "JSON syntax error");
    refused(machine().input("{}").inputPath("$"), "Only one of Input");
  }

  private void refused(Target.Builder target, String message) {
    assertThatThrownBy(() -> client.putTargets(r -> r.rule("roll-back").targets(target.build())))
        .hasMessageContaining(message);
  }

  @Test
  void saysOfEachEntryWhatBecameOfIt() {
    assertThat(publish("aws.cloudwatch", "{}").entries().getFirst().errorCode())
        .isEqualTo("NotAuthorizedForSourceException");
    assertThat(publish("picasso.rollout", "[]").entries().getFirst().errorCode())
        .isEqualTo("MalformedDetail");
    assertThat(publish("picasso.rollout", "{").failedEntryCount()).isEqualTo(1);
    assertThat(
            client
                .putEvents(r -> r.entries(PutEventsRequestEntry.builder().source("s").build()))
                .entries()
                .getFirst()
                .errorCode())
        .isEqualTo("InvalidArgument");
    assertThat(seen).isEmpty();
  }
}
