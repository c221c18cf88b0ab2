package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.cloudwatch.Alarms;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.cloudwatch.StageCloudWatchClient;
import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.events.StageEvent;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A Lambda service for tests, with the payload and with handlers of the test's own. */
public final class TestLambda implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  public static final String CHAT = "picasso-staging-chat";
  public static final String ROLE = "arn:aws:iam::000000000000:role/chat";
  private static final String HANDLER = "ai.myrecruiter.picasso.local.standin.ChatHandler";

  public final EventLoop loop;
  public final MetricStore metrics;
  public final LambdaService service;
  public final LambdaClient client;
  public final CloudWatchClient cloudWatch;
  public final EventBus bus;
  public final List<StageEvent> published = new ArrayList<>();
  public final List<LogLine> lines = new ArrayList<>();
  public final List<String> reports = new ArrayList<>();
  private final Path codeFolder;
  private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

  public TestLambda(EventLoop loop) {
    this.loop = loop;
    this.metrics = new MetricStore(loop, Duration.ZERO);
    try {
      this.codeFolder = Files.createTempDirectory("stage-code");
      this.service =
          new LambdaService(
              loop,
              metrics,
              settings -> {
                var handler = handlers.get(settings.handler());
                if (handler == null) {
                  throw new IllegalArgumentException("no handler " + settings.handler());
                }
                return handler;
              },
              PayloadHosting.PLAIN,
              codeFolder,
              Optional.empty(),
              lines::add,
              reports::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.client = StageLambdaClient.of(loop, service);
    this.bus = new EventBus(loop, published::add, reports::add);
    bus.connect("lambda", new FunctionTarget(service));
    this.cloudWatch =
        StageCloudWatchClient.of(
            loop, metrics, new Alarms(loop, metrics, bus, Duration.ofSeconds(1)));
  }

  /** On a virtual clock from {@link #START}. */
  public static TestLambda virtual(long seed) {
    return new TestLambda(new VirtualLoop(START, seed));
  }

  public VirtualLoop virtualLoop() {
    return (VirtualLoop) loop;
  }

  /** The payload with published versions 1 to n, and alias live on version 1. */
  public TestLambda withChat(int versions) {
    return loop.call(() -> {
      var settings = FunctionSettings.of(CHAT, HANDLER, ROLE).withTimeout(Duration.ofSeconds(30));
      service.createPackaged(settings, PayloadJar.get());
      service.publishVersion(CHAT, "version 1");
      for (int version = 2; version <= versions; version++) {
        service.updateSettings(settings.withEnvironment(Map.of("RELEASE", "r" + version)));
        service.publishVersion(CHAT, "version " + version);
      }
      service.createAlias(CHAT, "live", "1", "");
      return this;
    });
  }

  /** A function of the test's own, 3 s timeout. */
  public TestLambda withTask(String name, RequestStreamHandler handler) {
    handlers.put(name, handler);
    return loop.call(() -> {
      service.createProduct(FunctionSettings.of(name, name, ROLE));
      return this;
    });
  }

  /** Invokes through the port of the engine and runs the virtual loop until the answer is there. */
  public LambdaAnswer invoke(String function, String payload) {
    var answer = start(function, payload).toCompletableFuture();
    virtualLoop().runUntil(answer::isDone, loop.now().plusSeconds(3600));
    if (!answer.isDone()) {
      throw new AssertionError("no answer of " + function + " in an hour");
    }
    return answer.join();
  }

  public CompletionStage<LambdaAnswer> start(String function, String payload) {
    return loop.call(() -> service.invoke(function, payload.getBytes(StandardCharsets.UTF_8)));
  }

  public static CompletableFuture<LambdaAnswer> future(CompletionStage<LambdaAnswer> stage) {
    return stage.toCompletableFuture();
  }

  public static String text(LambdaAnswer answer) {
    return new String(answer.payload(), StandardCharsets.UTF_8);
  }

  /** The sum of a metric over the two hours around now. */
  public double sum(String namespace, String name, Map<String, String> dimensions) {
    var metric =
        Metric.builder()
            .namespace(namespace)
            .metricName(name)
            .dimensions(
                dimensions.entrySet().stream()
                    .map(e -> Dimension.builder().name(e.getKey()).value(e.getValue()).build())
                    .toList())
            .build();
    var query =
        MetricDataQuery.builder()
            .id("m")
            .metricStat(MetricStat.builder().metric(metric).period(60).stat("Sum").build())
            .build();
    return cloudWatch
        .getMetricData(request ->
            request
                .startTime(loop.now().minusSeconds(3600))
                .endTime(loop.now().plusSeconds(3600))
                .metricDataQueries(query))
        .metricDataResults()
        .getFirst()
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** The dimensions of one version behind alias live. */
  public static Map<String, String> behindLive(String version) {
    return Map.of("FunctionName", CHAT, "Resource", CHAT + ":live", "ExecutedVersion", version);
  }

  @Override
  public void close() {
    service.close();
    loop.close();
    try (var copies = Files.list(codeFolder)) {
      for (var copy : copies.toList()) {
        Files.delete(copy);
      }
      Files.delete(codeFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
