package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.priming.Priming;
import ai.myrecruiter.picasso.runtime.priming.SnapshotHook;
import ai.myrecruiter.picasso.runtime.telemetry.Figure;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.telemetry.Origin;
import ai.myrecruiter.picasso.runtime.telemetry.Telemetry;
import ai.myrecruiter.picasso.runtime.telemetry.Word;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The master function behind its Function URL and API Gateway, and by direct invocation. Whatever
 * comes in is answered: a request by an HTTP answer, a direct call by plain JSON.
 */
public final class MasterHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private volatile Service service;
  private final InstantSource clock;

  @SuppressWarnings("UnusedVariable") // held, not read
  private final Optional<SnapshotHook> snapshot;

  /** The handler as Lambda makes it. */
  public MasterHandler() {
    this(System.getenv());
  }

  /**
   * The handler on what its environment names.
   *
   * @param environment variables of the function; see {@link Wiring}
   */
  public MasterHandler(Map<String, String> environment) {
    this.service = Wiring.of(environment);
    this.clock = InstantSource.system();
    this.snapshot =
        SnapshotHook.register(
            environment,
            () -> {
              prime();
              Clients.close(environment);
            },
            () -> service = Wiring.of(environment));
  }

  /** Answers requests of its own on loopback, by parts that are thrown away. */
  static void prime() {
    try (var priming = Priming.begin()) {
      var environment = priming.environment();
      var handler = new MasterHandler(environment);
      try {
        List.of("health_check", "issue_token", "chat")
            .forEach(action -> priming.ask(handler, action));
      } finally {
        Clients.close(environment);
      }
    }
  }

  MasterHandler(Service service, InstantSource clock) {
    this.service = service;
    this.clock = clock;
    this.snapshot = Optional.empty();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var start = clock.instant();
    var telemetry = new Telemetry(clock, Origin.of(context), context.getLogger()::log);
    var invocation = new Invocation(telemetry, new Measures());
    var answered = service.answer(event(input), invocation);
    var took = start.until(clock.instant());
    report(answered, invocation, took.isNegative() ? Duration.ZERO : took);
    var reply = answered.reply();
    JSON.writeValue(
        output, answered.isDirect() ? reply.body() : reply.envelope(invocation.version()));
  }

  /** The event; what is no JSON is an event without anything in it. */
  private static JsonNode event(InputStream input) throws IOException {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException | CharConversionException e) {
      return MissingNode.getInstance();
    }
  }

  private static void report(Service.Answered answered, Invocation invocation, Duration took) {
    var reply = answered.reply();
    boolean defect = reply.status() >= 500;
    var line =
        LogLine.of(defect ? Level.ERROR : Level.INFO, LogEvent.REQUEST)
            .with(Word.METHOD, answered.method())
            .with(Figure.STATUS, reply.status())
            .with(Word.ERROR_CODE, reply.error())
            .with(Figure.DURATION_MS, took.toMillis());
    answered.route().ifPresent(route -> line.with(Word.ACTION, route));
    invocation.telemetry().log(line);
    invocation
        .measures()
        .count(Metric.REQUESTS, 1)
        .count(Metric.SERVER_ERRORS, defect ? 1 : 0)
        .time(Metric.RESPONSE_LATENCY, took);
    invocation.telemetry().publish(invocation.measures());
  }
}
