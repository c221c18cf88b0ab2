package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.aws.RecordedDynamoDb;
import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.ConversationTables;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.SetClock;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import ai.myrecruiter.picasso.runtime.tenant.HostName;
import ai.myrecruiter.picasso.runtime.tenant.TenantTable;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the streaming function asks of its tables is what its role allows, and no more. */
final class StreamingRoleTest {
  private static final OpaqueId REQUEST = new OpaqueId("f".repeat(32));
  private static final ConversationKey KEY =
      ConversationKey.of("north", "a".repeat(24) + "-" + "b".repeat(24));
  private final RecordedDynamoDb recorded = new RecordedDynamoDb();

  @Test
  void asksForWhatItsRoleAllowsAndForAllOfIt() throws Exception {
    admit();
    try (var tables = new ConversationTables()) {
      var clock = new SetClock();
      var client = recorded.over(tables.client());
      new TenantTable(client, "tenants", clock).byHost(new HostName("north.example"));
      converse(tables, clock);
      var cancellations = new Cancellations(client, "stream-cancellations", clock);
      cancellations.request(KEY, REQUEST);
      assertThat(cancellations.requested(KEY, REQUEST)).isTrue();
    }
    assertThat(recorded.asked()).isEqualTo(RecordedDynamoDb.allowed("Streaming"));
  }

  private void admit() throws Exception {
    try (var stage = new AdmissionStage(recorded::over)) {
      var token = stage.token("north", AdmissionStage.LISTED.value(), Purpose.STREAM);
      var headers = Map.of("host", "north.example", "x-jwt-token", token);
      var request = new StreamRequest("POST", "stream", headers, Optional.empty());
      assertThat(stage.admission().admit(request, new Measures()).standing())
          .isEqualTo(Standing.IN_FORCE);
    }
  }

  /** The master opened the conversation; the stream reads it and adds to it, with a fact. */
  private void converse(ConversationTables tables, SetClock clock) throws Exception {
    new Conversations(
            tables.client(), ConversationTables.NAMES, new RulesRedactor(), clock, new Random(1))
        .open(KEY);
    var memory =
        new StoredMemory(
            new Conversations(
                recorded.over(tables.client()),
                ConversationTables.NAMES,
                new RulesRedactor(),
                clock,
                new Random(2)),
            clock);
    memory.recall(KEY);
    assertThat(memory.keep(KEY, REQUEST, "May I come on Monday?", "Monday is free.")).isTrue();
  }
}
