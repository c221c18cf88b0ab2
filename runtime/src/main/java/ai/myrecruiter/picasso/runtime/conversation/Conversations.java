package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.redaction.RedactionFailed;
import ai.myrecruiter.picasso.runtime.redaction.Redactor;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The conversations in DynamoDB. Reads are consistent and never return what has expired. Failures
 * of DynamoDB are thrown as the SDK throws them.
 */
public final class Conversations {
  /** How often a summary that changed meanwhile is read again. */
  private static final int ATTEMPTS = 20;

  private final DynamoDbClient client;
  private final Redactor redactor;
  private final Retry retry;
  private final RecentMessages messages;
  private final Summaries summaries;
  private final Sessions sessions;

  /**
   * Conversations in three tables.
   *
   * @param random of the ends of sort keys and of pauses; it keeps no secret
   */
  public Conversations(
      DynamoDbClient client,
      StoreNames names,
      Redactor redactor,
      InstantSource clock,
      RandomGenerator random) {
    this.client = client;
    this.redactor = redactor;
    this.retry = new Retry(random);
    this.messages = new RecentMessages(client, names.messages(), clock, random);
    this.summaries = new Summaries(client, names.summaries(), clock);
    this.sessions = new Sessions(client, names.sessions(), clock, retry);
  }

  /**
   * Lets a session be written; again for a session that is open does no harm.
   *
   * @throws ConversationErased if the session was erased or its subject is being erased
   */
  public void open(ConversationKey key) {
    sessions.open(key);
  }

  /** What is known of a conversation. */
  public History history(ConversationKey key) {
    return new History(summaries.read(key).facts(), messages.read(key));
  }

  /**
   * Adds an exchange, all of it or nothing, and once a request. Its facts go into the summary only
   * if both texts could be redacted.
   *
   * @param request id that the client gave its request, the same when it asks again
   * @throws ConversationErased if the session was erased meanwhile or never opened
   */
  public Recorded record(ConversationKey key, OpaqueId request, Message user, Message assistant) {
    var exchange =
        List.of(
            sessions.fence(key),
            sessions.once(key, request),
            messages.put(key, user, 0),
            messages.put(key, assistant, 1));
    List<Fact> facts;
    try {
      facts = List.of(fact(user), fact(assistant));
    } catch (RedactionFailed failed) {
      return write(exchange) ? Recorded.without(failed.reason()) : Recorded.AGAIN;
    }
    return writeWithFacts(key, exchange, facts) ? Recorded.WITH_FACTS : Recorded.AGAIN;
  }

  private Fact fact(Message message) throws RedactionFailed {
    var text = redactor.redact(message.text()).shortened(Fact.MOST_CHARACTERS);
    return new Fact(message.role(), text, message.createdAt());
  }

  private boolean writeWithFacts(
      ConversationKey key, List<TransactWriteItem> exchange, List<Fact> facts) {
    for (int attempt = 1; ; attempt++) {
      var read = summaries.read(key);
      var all = new ArrayList<>(read.facts());
      all.addAll(facts);
      var items = new ArrayList<>(exchange);
      items.add(summaries.put(key, read, all));
      try {
        return write(items);
      } catch (TransactionCanceledException e) {
        if (!Retry.refused(e, exchange.size()) || attempt == ATTEMPTS) {
          throw e;
        }
        retry.pause(attempt);
      }
    }
  }

  /** Whether the transaction was written; not when its request had been recorded before. */
  private boolean write(List<TransactWriteItem> items) {
    try {
      retry.onConflict(() -> client.transactWriteItems(request -> request.transactItems(items)));
      return true;
    } catch (TransactionCanceledException e) {
      if (Retry.refused(e, 0)) {
        throw new ConversationErased();
      }
      if (Retry.refused(e, 1)) {
        return false;
      }
      throw e;
    }
  }

  /** What deletes conversations of the same tables. */
  public Erasure erasure() {
    return new Erasure(messages, summaries, sessions);
  }
}
