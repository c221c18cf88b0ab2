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

/**
 * Answers of one model, read through the function and directly. The model sends a token only when
 * it is let on, so that each is measured alone, from then to its arrival, and none hides in the
 * time of another. Token, tenant, tables and history come before the model is asked, and are not in
 * it.
 */
final class TwoReaders implements AutoCloseable {
  private static final int SETTLE_MILLIS = 5;
  private final int tokens;
  private final Semaphore turns = new Semaphore(0);
  private final Semaphore asked = new Semaphore(0);
  private final Services services;
  private final RuntimeApi api;

  /**
   * Starts the services and the function's loop.
   *
   * @param tokens of each answer
   */
  TwoReaders(int tokens) throws IOException {
    this.tokens = tokens;
    this.services =
        new Services(call -> {
          asked.release();
          return answer();
        });
    this.api = RuntimeApi.start(ResponseLimits.LAMBDA);
    var environment = new TreeMap<>(services.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    Thread.ofPlatform().daemon().start(() -> Bootstrap.run(environment, line -> {}));
  }

  private ModelAnswer answer() {
    var steps = new ArrayList<StreamStep>();
    steps.add(new StreamStep.Send(Frames.messageStart()));
    for (int i = 0; i < tokens; i++) {
      steps.add(new StreamStep.Await(turns));
      steps.add(new StreamStep.Send(Frames.text(" word")));
    }
    steps.add(new StreamStep.Send(Frames.messageStop("end_turn")));
    steps.add(new StreamStep.Send(Frames.metadata(1, tokens)));
    return new ModelAnswer.Streamed(steps);
  }

  private interface Reader {
    /** Waits for the next token, and says when it came. */
    long next() throws Exception;
  }

  private double[] read(Reader reader) throws Exception {
    asked.acquire();
    Thread.sleep(SETTLE_MILLIS); // until the head has passed, and all wait for the first token
    var millis = new double[tokens];
    for (int i = 0; i < tokens; i++) {
      long sent = System.nanoTime();
      turns.release();
      millis[i] = (reader.next() - sent) / 1e6;
    }
    return millis;
  }

  /** Milliseconds to each token, through the function. */
  double[] relayed() throws Exception {
    var sink = new Tokens();
    api.offer(services.question(sink));
    var millis = read(sink::next);
    sink.whole();
    return millis;
  }

  /** Milliseconds to each token, read directly. */
  double[] direct() throws Exception {
    try (var socket = new DirectRead(services.model())) {
      return read(() -> {
        socket.next();
        return System.nanoTime();
      });
    }
  }

  @Override
  public void close() throws IOException {
    api.close();
    services.close();
  }
}
