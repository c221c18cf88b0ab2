package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamHandler;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamResponse;
import ai.myrecruiter.picasso.runtime.priming.Priming;
import ai.myrecruiter.picasso.runtime.priming.SnapshotHook;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The streaming function behind its URL: {@code POST} with a token and {@code {"message": ...,
 * "request": ...}} answers with Server-Sent Events {@code token}, {@code done}, {@code error} and
 * {@code revoked}; {@code POST ?action=cancel} with {@code {"request": ...}} ends such a stream.
 */
public final class StreamingFunction implements StreamHandler {
  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Map<String, String> environment;
  private final Consumer<String> log;
  private volatile Parts parts;

  @SuppressWarnings("UnusedVariable") // held, not read
  private final Optional<SnapshotHook> snapshot;

  /** The function as the loop makes it. */
  public StreamingFunction(Map<String, String> environment, Consumer<String> log) {
    this(environment, log, () -> Deployment.parts(environment));
  }

  /** The function with its parts, which are made again after a snapshot. */
  StreamingFunction(Map<String, String> environment, Consumer<String> log, Supplier<Parts> maker) {
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.parts = maker.get();
    this.snapshot = SnapshotHook.register(environment, this::close, () -> parts = maker.get());
  }

  /** Answers a question of its own on loopback, by parts that are thrown away. */
  @Override
  public void prime() {
    try (var priming = Priming.begin()) {
      priming.stream(StreamingFunction.class);
    }
  }

  @Override
  public void handle(Invocation invocation, StreamResponse response) throws Exception {
    var record = new StreamRecord(environment, invocation, parts.clock(), log);
    try {
      serve(invocation, response, record);
    } catch (Refusal refusal) {
      record.refused(refusal.code());
      response.begin(parts.reply().refusal(refusal.code()), Reply.body(refusal.code()));
    } catch (IOException cut) {
      record.lost(cut);
      throw cut;
    } catch (RuntimeException defect) {
      record.lost(defect);
      if (response.begun()) {
        throw defect;
      }
      response.begin(parts.reply().refusal(ErrorCode.INTERNAL), Reply.body(ErrorCode.INTERNAL));
    }
  }

  private void serve(Invocation invocation, StreamResponse response, StreamRecord record)
      throws Exception {
    var request = StreamRequest.of(invocation.event(), json);
    if (!request.method().equals("POST")) {
      throw new Refusal(ErrorCode.METHOD_NOT_ALLOWED);
    }
    switch (request.action()) {
      case "stream" -> {
        var permit = parts.admission().admit(request, record.measures());
        var question = Question.asked(request, json);
        parts.streams().serve(invocation, permit, question, response, record);
      }
      case "cancel" -> cancel(request, response, record);
      default -> throw new Refusal(ErrorCode.UNKNOWN_ACTION);
    }
  }

  private void cancel(StreamRequest request, StreamResponse response, StreamRecord record)
      throws Refusal, IOException {
    var permit = parts.admission().admit(request, record.measures());
    var id = Question.cancelled(request, json);
    parts.cancellations().request(permit.conversation(), id);
    record.cancelCall();
    response.begin(parts.reply().json(202), Reply.cancelled());
  }

  @Override
  public void close() {
    parts.close();
  }
}
