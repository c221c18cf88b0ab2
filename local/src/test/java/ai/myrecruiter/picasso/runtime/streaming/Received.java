package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import ai.myrecruiter.picasso.local.runtimeapi.Offer;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A response as it came: its chunks, when they came, and how it ended. */
final class Received implements ResponseSink {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern EVENT = Pattern.compile("event: (\\w+)\nid: (\\d+)\ndata: (.*)\n\n");
  private final List<byte[]> chunks = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final CompletableFuture<Optional<FunctionFailure>> ended = new CompletableFuture<>();
  private final CountDownLatch held;
  private volatile String contentType = "";

  /** An event of the response. */
  record Event(String name, int id, JsonNode data) {}

  Received() {
    this(new CountDownLatch(0));
  }

  /** A reader that takes its first chunk, and no other before the latch opens. */
  Received(CountDownLatch held) {
    this.held = held;
  }

  /** What a function answers to an event of any bytes, for which it has 30 seconds. */
  static Received of(RuntimeApi api, byte[] event) throws IOException {
    var received = new Received();
    api.offer(
        new Offer(
            UUID.randomUUID().toString(),
            "arn:aws:lambda:us-east-1:000000000000:function:picasso-test-streaming:live",
            Instant.now().plusSeconds(30),
            "Root=1-0-0",
            event,
            received));
    return received;
  }

  @Override
  public void begin(String type) {
    contentType = type;
  }

  @Override
  public void bytes(byte[] part) throws IOException {
    synchronized (this) {
      chunks.add(part);
      times.add(System.nanoTime());
    }
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void end() {
    ended.complete(Optional.empty());
  }

  @Override
  public void fail(FunctionFailure failure) {
    ended.complete(Optional.of(failure));
  }

  /** Waits for the end. */
  Received whole() throws Exception {
    ended.get(20, TimeUnit.SECONDS);
    return this;
  }

  Optional<FunctionFailure> failure() {
    return ended.join();
  }

  String contentType() {
    return contentType;
  }

  synchronized List<byte[]> chunks() {
    return List.copyOf(chunks);
  }

  synchronized long millisBetween(int chunk, int later) {
    return (times.get(later) - times.get(chunk)) / 1_000_000;
  }

  /** The JSON before the body. */
  JsonNode prelude() {
    var first = chunks().getFirst();
    try {
      return JSON.readTree(Arrays.copyOf(first, endOfPrelude(first)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int endOfPrelude(byte[] chunk) {
    for (int i = 0; i + 8 <= chunk.length; i++) {
      if (Arrays.equals(chunk, i, i + 8, new byte[8], 0, 8)) {
        return i;
      }
    }
    throw new AssertionError("no 8 NUL bytes in the first chunk");
  }

  /** The body of a chunk, the first one's without the prelude. */
  String text(int chunk) {
    var bytes = chunks().get(chunk);
    int from = chunk == 0 ? endOfPrelude(bytes) + 8 : 0;
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }

  String body() {
    var body = new StringBuilder();
    for (int i = 0; i < chunks().size(); i++) {
      body.append(text(i));
    }
    return body.toString();
  }

  List<Event> events() {
    var events = new ArrayList<Event>();
    var matcher = EVENT.matcher(body());
    while (matcher.find()) {
      try {
        events.add(
            new Event(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                JSON.readTree(matcher.group(3))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return events;
  }

  List<String> names() {
    return events().stream().map(Event::name).toList();
  }

  /** The answer: the texts of all token events. */
  String answer() {
    var answer = new StringBuilder();
    events().stream()
        .filter(event -> event.name().equals("token"))
        .forEach(event -> answer.append(event.data().path("text").asText()));
    return answer.toString();
  }

  Event last() {
    return events().getLast();
  }
}
