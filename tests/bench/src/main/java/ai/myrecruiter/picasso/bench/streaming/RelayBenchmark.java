package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a token that the model may send to the token that the client has, through the function and
 * read directly. The model sends a token only when it is let on, so the first and every later one
 * are measured alone, and no token hides in the time of another. Token, tenant, tables and history
 * come before the model is asked, and are not in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 60)
@Measurement(iterations = 100)
public class RelayBenchmark {
  private static final int TOKENS = 100;

  /** Who reads the model's answer. */
  @Param({"direct", "relay"})
  public String path;

  private final Semaphore turns = new Semaphore(0);
  private final Semaphore asked = new Semaphore(0);
  private Services services;
  private RuntimeApi api;
  private Tokens tokens;
  private DirectRead direct;

  /** Starts the services and the function's loop. */
  @Setup
  public void start() throws IOException {
    services =
        new Services(call -> {
          asked.release();
          return answer();
        });
    api = RuntimeApi.start(ResponseLimits.LAMBDA);
    var environment = new TreeMap<>(services.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    Thread.ofPlatform().daemon().start(() -> Bootstrap.run(environment, line -> {}));
  }

  private ModelAnswer answer() {
    var steps = new ArrayList<StreamStep>();
    steps.add(new StreamStep.Send(Frames.messageStart()));
    for (int i = 0; i <= TOKENS; i++) {
      steps.add(new StreamStep.Await(turns));
      steps.add(new StreamStep.Send(Frames.text(" word")));
    }
    steps.add(new StreamStep.Send(Frames.messageStop("end_turn")));
    steps.add(new StreamStep.Send(Frames.metadata(1, TOKENS)));
    return new ModelAnswer.Streamed(steps);
  }

  /** Asks, up to the model, which waits. */
  @Setup(Level.Invocation)
  public void ask() throws Exception {
    if (path.equals("direct")) {
      direct = new DirectRead(services.model());
    } else {
      tokens = new Tokens();
      api.offer(services.question(tokens));
    }
    asked.acquire();
    Thread.sleep(5); // until the head has passed, and all wait for the first token
  }

  private void token() throws Exception {
    turns.release();
    if (path.equals("direct")) {
      direct.next();
    } else {
      var _ = tokens.next();
    }
  }

  /** The first token. */
  @Benchmark
  public void firstToken() throws Exception {
    token();
  }

  /** The first token and a hundred after it, one by one. */
  @Benchmark
  public void firstAndHundredTokens() throws Exception {
    for (int i = 0; i <= TOKENS; i++) {
      token();
    }
  }

  /** Lets the rest come. */
  @TearDown(Level.Invocation)
  public void finish() throws Exception {
    turns.release(2 * TOKENS);
    if (path.equals("direct")) {
      direct.close();
    } else {
      tokens.whole();
    }
    Thread.sleep(5);
    turns.drainPermits();
  }

  /** Ends the loop and the services. */
  @TearDown
  public void stop() throws IOException {
    api.close();
    services.close();
  }
}
