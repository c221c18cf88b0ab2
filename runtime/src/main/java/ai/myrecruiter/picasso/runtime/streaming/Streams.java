package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamFailure;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamResponse;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Serves one question: the head at once, the answer as it comes, and how it ended. */
final class Streams {
  private final Model model;
  private final Memory memory;
  private final Cancellations cancellations;
  private final Limits limits;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Reply reply;

  Streams(
      Model model,
      Memory memory,
      Cancellations cancellations,
      Limits limits,
      InstantSource clock,
      RandomGenerator random,
      Reply reply) {
    this.model = model;
    this.memory = memory;
    this.cancellations = cancellations;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
    this.reply = reply;
  }

  void serve(
      Invocation invocation,
      Permit permit,
      Question question,
      StreamResponse response,
      StreamRecord record)
      throws Exception {
    var recall = memory.recall(permit.conversation());
    response.begin(reply.stream(), EventText.PREAMBLE.getBytes(StandardCharsets.UTF_8));
    var asked =
        new Asked(
            Prompt.of(model.instructions(), recall, question.message()), invocation.traceId());
    var signals = new LinkedBlockingQueue<Signal>();
    var id =
        question
            .requestId()
            .or(() -> OpaqueId.of(invocation.requestId()))
            .orElseGet(
                () -> new OpaqueId(new UUID(random.nextLong(), random.nextLong()).toString()));
    try (var attempts = new Attempts(model, asked, limits, clock, random, signals);
        var _ = watch(permit, id, signals)) {
      var relay = new Relay(limits, clock, signals, response, attempts, invocation.deadline());
      var outcome = relay.run();
      attempts.stop();
      last(relay, outcome, () -> keep(permit, id, question, relay.answer()));
      record.streamed(outcome, relay.answer(), attempts.started());
      if (outcome instanceof Outcome.Broken(ErrorCode code)) {
        throw new StreamFailure(code.code());
      }
    }
  }

  private Watch watch(Permit permit, OpaqueId id, LinkedBlockingQueue<Signal> signals) {
    return new Watch(permit, cancellations, id, limits, clock, signals).start();
  }

  private void last(Relay relay, Outcome outcome, BooleanSupplier keep)
      throws IOException, InterruptedException {
    var events = relay.events();
    var answer = relay.answer();
    relay.write(
        switch (outcome) {
          case Outcome.Done(String reason) ->
              events.done(reason, answer.used(), keep.getAsBoolean());
          case Outcome.Revoked _ -> events.revoked();
          case Outcome.Broken(ErrorCode code) -> events.error(code);
        });
    Thread.sleep(limits.trailingPause());
    relay.write(EventText.TRAILER);
  }

  private boolean keep(Permit permit, OpaqueId id, Question question, Answer answer) {
    return !answer.isEmpty()
        && memory.keep(permit.conversation(), id, question.message(), answer.text());
  }
}
