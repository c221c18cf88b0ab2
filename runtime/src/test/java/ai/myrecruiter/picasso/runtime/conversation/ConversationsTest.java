package ai.myrecruiter.picasso.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.runtime.redaction.RedactionFailed;
import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ConversationsTest {
  private static final String SUBJECT = "aaaaaaaaaaaaaaaaaaaaaaaa";
  private static final ConversationKey KEY =
      ConversationKey.of("north", SUBJECT + "-000000000000000000000001");

  private final ConversationTables tables = new ConversationTables();
  private final SetClock clock = new SetClock();
  private final Conversations conversations =
      new Conversations(
          tables.client(), ConversationTables.NAMES, new RulesRedactor(), clock, new Random(1));
  private int requests;

  @AfterEach
  void close() {
    tables.close();
  }

  private Recorded record(ConversationKey key, String asked, String told) {
    var user = new Message(Role.USER, asked, clock.instant());
    clock.pass(Duration.ofMillis(700));
    return conversations.record(
        key, request(++requests), user, new Message(Role.ASSISTANT, told, clock.instant()));
  }

  private static OpaqueId request(int number) {
    return new OpaqueId("f%031x".formatted(number));
  }

  private List<String> texts() {
    return conversations.history(KEY).messages().stream().map(Message::text).toList();
  }

  @Test
  void remembersWhatWasSaidInOrder() {
    conversations.open(KEY);
    assertThat(record(KEY, "one", "two")).isEqualTo(Recorded.WITH_FACTS);
    clock.pass(Duration.ofSeconds(3));
    record(KEY, "three", "four");
    assertThat(texts()).containsExactly("one", "two", "three", "four");
    assertThat(conversations.history(KEY).messages().getFirst().role()).isEqualTo(Role.USER);
  }

  @Test
  void keepsTenantAndSessionApart() {
    conversations.open(KEY);
    record(KEY, "one", "two");
    for (var other :
        List.of(
            ConversationKey.of("south", KEY.session()),
            ConversationKey.of("north", SUBJECT + "-000000000000000000000002"))) {
      assertThat(conversations.history(other)).isEqualTo(History.NONE);
    }
    assertThat(tables.items("recent-messages", "conversation-summaries"))
        .isNotEmpty()
        .allSatisfy(item ->
            assertThat(value(item, "tenantSession").s()).isEqualTo("north#" + KEY.session()));
  }

  @Test
  void givesEveryItemACreationTimeAndATtlInSeconds() {
    conversations.open(KEY);
    record(KEY, "one", "two");
    long now = clock.instant().getEpochSecond();
    assertThat(tables.items("recent-messages", "conversation-summaries", "sessions"))
        .hasSize(5)
        .allSatisfy(
            item -> assertThat(value(item, "createdAt").s()).startsWith("2026-11-24T10:00:00"));
    assertThat(ttl("recent-messages") - now).isBetween(86_399L, 86_400L);
    assertThat(ttl("conversation-summaries") - now).isEqualTo(7 * 86_400);
  }

  private long ttl(String table) {
    return Long.parseLong(value(tables.items(table).getFirst(), "ttl").n());
  }

  @Test
  void neverReturnsWhatHasExpiredThoughDynamoDbStillHasIt() {
    conversations.open(KEY);
    record(KEY, "one", "two");
    clock.pass(Duration.ofHours(24).minusSeconds(2));
    assertThat(texts()).containsExactly("one", "two");
    clock.pass(Duration.ofSeconds(2));
    assertThat(texts()).isEmpty();
    assertThat(tables.items("recent-messages")).hasSize(2);
    assertThat(conversations.history(KEY).facts()).hasSize(2);
    clock.pass(Duration.ofDays(6));
    assertThat(conversations.history(KEY)).isEqualTo(History.NONE);
    assertThat(tables.items("conversation-summaries")).hasSize(1);
  }

  @Test
  void beginsASummaryAnewWhenTheOldOneExpired() {
    conversations.open(KEY);
    record(KEY, "one", "two");
    clock.pass(Duration.ofDays(8));
    record(KEY, "three", "four");
    assertThat(conversations.history(KEY).facts())
        .extracting(fact -> fact.text().value())
        .containsExactly("three", "four");
    assertThat(value(tables.items("conversation-summaries").getFirst(), "createdAt").s())
        .startsWith("2026-12-02");
  }

  @Test
  void writesSummariesWithoutWhatIdentifiesAPerson() {
    conversations.open(KEY);
    record(KEY, "I'm Ada Lovelace, call 555-010-9999", "Thank you, Mrs. Lovelace");
    assertThat(tables.items("conversation-summaries").toString())
        .contains("I'm [NAME], call [PHONE]", "Thank you, Mrs. [NAME]")
        .doesNotContain("Ada", "Lovelace", "9999");
    assertThat(texts())
        .containsExactly("I'm Ada Lovelace, call 555-010-9999", "Thank you, Mrs. Lovelace");
  }

  @Test
  void leavesOutOfTheSummaryWhatCannotBeRedacted() {
    conversations.open(KEY);
    var recorded = record(KEY, "one", "x".repeat(25_001));
    assertThat(recorded).isEqualTo(Recorded.without(RedactionFailed.Reason.TOO_LONG));
    assertThat(tables.items("conversation-summaries")).isEmpty();
    assertThat(texts()).hasSize(2);
  }

  @Test
  void keepsTheLatestFactsAndMessages() {
    conversations.open(KEY);
    for (int i = 0; i < 30; i++) {
      record(KEY, "q" + i, "a" + i);
    }
    var history = conversations.history(KEY);
    assertThat(history.facts()).hasSize(20);
    assertThat(history.messages()).hasSize(40);
    assertThat(history.messages().getLast().text()).isEqualTo("a29");
    assertThat(history.earlierFacts()).isEmpty();
  }

  @Test
  void tellsFactsThatTheMessagesDoNot() {
    conversations.open(KEY);
    record(KEY, "old", "older");
    clock.pass(Duration.ofDays(2));
    record(KEY, "new", "newer");
    assertThat(conversations.history(KEY).earlierFacts())
        .extracting(fact -> fact.text().value())
        .containsExactly("old", "older");
  }

  @Test
  void recordsARequestOnce() {
    conversations.open(KEY);
    record(KEY, "one", "two");
    requests--;
    assertThat(record(KEY, "one", "two").again()).isTrue();
    assertThat(texts()).containsExactly("one", "two");
    assertThat(conversations.history(KEY).facts()).hasSize(2);
  }

  @Test
  void refusesASessionThatWasNeverOpened() {
    assertThatThrownBy(() -> record(KEY, "one", "two")).isInstanceOf(ConversationErased.class);
    assertThat(tables.items("recent-messages", "conversation-summaries", "sessions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a#b",
        "North",
        "a b",
        "-a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void refusesATenantThatCouldForgeAKey(String tenant) {
    assertThatThrownBy(() -> ConversationKey.of(tenant, KEY.session()))
        .hasMessageContaining("verified token")
        .hasMessageNotContaining("a#b");
  }

  @Test
  void keepsTheSubjectInItsOtherSessions() {
    var other = KEY.anotherSession(new byte[24]);
    assertThat(ConversationKey.of("north", other).subject()).isEqualTo(SUBJECT);
    assertThat(other).isNotEqualTo(KEY.session());
    assertThat(ConversationKey.of("north", "someOther_Id-1").subject()).isEqualTo("someOther_Id-1");
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }
}
