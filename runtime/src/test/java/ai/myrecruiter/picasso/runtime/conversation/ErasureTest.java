package ai.myrecruiter.picasso.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ErasureTest {
  private static final String SUBJECT = "aaaaaaaaaaaaaaaaaaaaaaaa";
  private final ConversationTables tables = new ConversationTables();
  private final SetClock clock = new SetClock();
  private final AtomicInteger requests = new AtomicInteger();
  private final Conversations conversations = conversations(1);

  private Conversations conversations(long seed) {
    return new Conversations(
        tables.client(), ConversationTables.NAMES, new RulesRedactor(), clock, new Random(seed));
  }

  private static ConversationKey session(int number) {
    return ConversationKey.of("north", SUBJECT + "-%024x".formatted(number));
  }

  private void write(Conversations writer, ConversationKey key) {
    writer.record(
        key,
        new OpaqueId("f%031x".formatted(requests.incrementAndGet())),
        new Message(Role.USER, "question", clock.instant()),
        new Message(Role.ASSISTANT, "answer", clock.instant()));
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void erasesOneConversationAndNoOther() {
    for (int i = 1; i <= 2; i++) {
      conversations.open(session(i));
      write(conversations, session(i));
    }
    var closed = new ArrayList<String>();
    var erased = conversations.erasure().conversation(session(1), closed::add);
    assertThat(erased).isEqualTo(new Erased(1, 2, 1));
    assertThat(closed).containsExactly(session(1).session());
    assertThat(conversations.history(session(1))).isEqualTo(History.NONE);
    assertThat(conversations.history(session(2)).messages()).hasSize(2);
  }

  @Test
  void keepsAnErasedSessionClosed() {
    conversations.open(session(1));
    conversations.erasure().conversation(session(1), closed -> {});
    assertThatThrownBy(() -> write(conversations, session(1)))
        .isInstanceOf(ConversationErased.class);
    assertThatThrownBy(() -> conversations.open(session(1))).isInstanceOf(ConversationErased.class);
  }

  @Test
  void fencesASessionThatItNeverSaw() {
    assertThat(conversations.erasure().conversation(session(9), closed -> {}))
        .isEqualTo(new Erased(1, 0, 0));
    assertThatThrownBy(() -> conversations.open(session(9))).isInstanceOf(ConversationErased.class);
  }

  @Test
  void mayBeRepeated() {
    conversations.open(session(1));
    write(conversations, session(1));
    conversations.erasure().conversation(session(1), closed -> {});
    assertThat(conversations.erasure().conversation(session(1), closed -> {}))
        .isEqualTo(new Erased(1, 0, 0));
  }

  @Test
  void erasesEverySessionOfASubjectAndLetsItBeginAnew() {
    for (int i = 1; i <= 3; i++) {
      conversations.open(session(i));
      write(conversations, session(i));
    }
    var closed = new ArrayList<String>();
    var erased =
        conversations.erasure().subject(ConversationKey.ofSubject("north", SUBJECT), closed::add);
    assertThat(erased).isEqualTo(new Erased(3, 6, 3));
    assertThat(closed).hasSize(3);
    assertThat(tables.items("recent-messages", "conversation-summaries")).isEmpty();
    conversations.open(session(4));
    write(conversations, session(4));
    assertThat(conversations.history(session(4)).messages()).hasSize(2);
  }

  @Test
  void leavesOtherTenantsAlone() {
    var other = ConversationKey.of("south", session(1).session());
    conversations.open(other);
    write(conversations, other);
    conversations.erasure().conversation(session(1), closed -> {});
    conversations.erasure().subject(ConversationKey.ofSubject("north", SUBJECT), closed -> {});
    assertThat(conversations.history(other).messages()).hasSize(2);
  }

  /** Writers never stop; once the erasure has answered, nothing is there and nothing comes. */
  @Test
  void leavesNothingBehindWhileManyWritersRun() throws Exception {
    conversations.open(session(1));
    int writers = 12;
    var written = new CountDownLatch(writers * 3);
    var stop = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var results = new ArrayList<Future<Integer>>();
      IntStream.range(0, writers)
          .forEach(
              i -> results.add(threads.submit(() -> writeUntil(stop, conversations(i), written))));
      assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
      var erased = conversations.erasure().conversation(session(1), closed -> {});
      assertThat(tables.items("recent-messages", "conversation-summaries")).isEmpty();
      assertThat(erased.messages()).isGreaterThanOrEqualTo(writers * 3 * 2);
      Thread.sleep(150);
      stop.set(true);
      int refused = 0;
      for (var result : results) {
        refused += result.get();
      }
      assertThat(refused).isGreaterThan(writers);
    }
    assertThat(tables.items("recent-messages", "conversation-summaries")).isEmpty();
  }

  private int writeUntil(AtomicBoolean stop, Conversations writer, CountDownLatch written) {
    int refused = 0;
    while (!stop.get()) {
      try {
        write(writer, session(1));
        written.countDown();
      } catch (ConversationErased e) {
        refused++;
      }
    }
    return refused;
  }
}
