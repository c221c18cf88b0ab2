package ai.myrecruiter.picasso.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A subject is erased while others open new conversations of it, without a pause. */
final class SubjectErasureTest {
  private static final String SUBJECT = "aaaaaaaaaaaaaaaaaaaaaaaa";
  private static final int OPENERS = 6;
  private final ConversationTables tables = new ConversationTables();
  private final SetClock clock = new SetClock();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final Set<ConversationKey> opened = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    tables.close();
  }

  private Conversations conversations(long seed) {
    return new Conversations(
        tables.client(), ConversationTables.NAMES, new RulesRedactor(), clock, new Random(seed));
  }

  @Test
  void erasesWhatWasOpenWhileNewConversationsKeepOpening() throws Exception {
    var ready = new CountDownLatch(30);
    try (var threads = Executors.newFixedThreadPool(OPENERS)) {
      var openers = new ArrayList<Future<?>>();
      for (int i = 0; i < OPENERS; i++) {
        var writer = conversations(i);
        openers.add(threads.submit(() -> openUntilStopped(writer, ready)));
      }
      assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
      var before = Set.copyOf(opened);
      var closed = new HashSet<String>();
      conversations(99).erasure().subject(ConversationKey.ofSubject("north", SUBJECT), closed::add);
      assertThat(closed).containsAll(before.stream().map(ConversationKey::session).toList());
      assertThat(stored()).doesNotContainAnyElementsOf(names(before));
      awaitOpenedAfter(closed);
      stop.set(true);
      for (var opener : openers) {
        opener.get();
      }
      assertThat(refused).as("openers that met the fence").hasPositiveValue();
      assertThat(stored()).doesNotContainAnyElementsOf(names(before));
      assertOnlyThoseOpenedAfterAreLeft(closed);
    }
  }

  private void openUntilStopped(Conversations writer, CountDownLatch ready) {
    while (!stop.get()) {
      var key =
          ConversationKey.of("north", SUBJECT + "-%024x".formatted(numbers.incrementAndGet()));
      try {
        writer.open(key);
        opened.add(key);
        record(writer, key);
      } catch (ConversationErased fenced) {
        refused.incrementAndGet();
      }
      ready.countDown();
    }
  }

  private void record(Conversations writer, ConversationKey key) {
    writer.record(
        key,
        new OpaqueId("f%031x".formatted(numbers.get())),
        new Message(Role.USER, "question", clock.instant()),
        new Message(Role.ASSISTANT, "answer", clock.instant()));
  }

  private void awaitOpenedAfter(Set<String> closed) throws InterruptedException {
    for (int i = 0; i < 300 && opened.stream().allMatch(k -> closed.contains(k.session())); i++) {
      Thread.sleep(20);
    }
    assertThat(opened).as("the subject begins anew").anyMatch(k -> !closed.contains(k.session()));
  }

  private void assertOnlyThoseOpenedAfterAreLeft(Set<String> closed) {
    var left = stored();
    for (var session : closed) {
      assertThat(left).doesNotContain("north#" + session);
    }
  }

  private static List<String> names(Set<ConversationKey> keys) {
    return keys.stream().map(key -> "north#" + key.session()).toList();
  }

  /** The conversations of which anything is stored, read consistently. */
  private Set<String> stored() {
    return List.of(ConversationTables.NAMES.messages(), ConversationTables.NAMES.summaries())
        .stream()
        .flatMap(table ->
            tables
                .client()
                .scanPaginator(r -> r.tableName(table).consistentRead(true))
                .items()
                .stream())
        .map(item -> item.getOrDefault("tenantSession", AttributeValue.fromS("")).s())
        .collect(Collectors.toSet());
  }
}
