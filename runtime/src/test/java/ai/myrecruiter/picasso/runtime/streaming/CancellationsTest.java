package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.ConversationTables;
import ai.myrecruiter.picasso.runtime.conversation.SetClock;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

final class CancellationsTest {
  private static final String TABLE = "cancellations";
  private static final OpaqueId STREAM = new OpaqueId("0123456789abcdef0123456789abcdef");
  private static final ConversationKey NORTH =
      ConversationKey.of("north", ConversationKey.newSession(new byte[24]));
  private final SetClock clock = new SetClock();
  private final ConversationTables tables = new ConversationTables();
  private final Cancellations cancellations = new Cancellations(tables.client(), TABLE, clock);

  CancellationsTest() {
    tables
        .client()
        .createTable(table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("stream")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("stream")
                        .keyType(KeyType.HASH)
                        .build()));
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void endsTheStreamThatWasNamedAndNoOther() throws Refusal {
    assertThat(cancellations.requested(NORTH, STREAM)).isFalse();
    cancellations.request(NORTH, STREAM);
    assertThat(cancellations.requested(NORTH, STREAM)).isTrue();
    var south = ConversationKey.of("south", NORTH.session());
    assertThat(cancellations.requested(south, STREAM)).isFalse();
  }

  @Test
  void forgetsWhatHasExpiredThoughDynamoDbStillHasIt() throws Refusal {
    cancellations.request(NORTH, STREAM);
    clock.pass(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(cancellations.requested(NORTH, STREAM)).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(cancellations.requested(NORTH, STREAM)).isFalse();
    assertThat(tables.client().scan(all -> all.tableName(TABLE)).count()).isEqualTo(1);
  }
}
