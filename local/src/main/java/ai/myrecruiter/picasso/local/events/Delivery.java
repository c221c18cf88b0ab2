package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One event on its way to one target: tried again, slower each time, until it is too late. */
final class Delivery {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private final EventLoop loop;
  private final Rule rule;
  private final RuleTarget target;
  private final StageEvent event;
  private final EventTarget service;
  private final Consumer<String> report;
  private final Instant first;
  private int failures;

  Delivery(
      EventLoop loop,
      Rule rule,
      RuleTarget target,
      StageEvent event,
      EventTarget service,
      Consumer<String> report) {
    this.loop = loop;
    this.rule = rule;
    this.target = target;
    this.event = event;
    this.service = service;
    this.report = report;
    this.first = loop.now();
  }

  void attempt() {
    var input = input();
    if (input.isEmpty()) {
      dead("its input template did not give JSON for this event");
      return;
    }
    send(input.get())
        .whenComplete((taken, failure) -> {
          if (failure != null) {
            failed(failure);
          }
        });
  }

  private CompletionStage<?> send(String input) {
    try {
      return service.send(target.arn(), input);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Optional<String> input() {
    var json = event.toJson();
    return switch (target.input()) {
      case TargetInput.WholeEvent _ -> Optional.of(json.toString());
      case TargetInput.Constant(var constant) -> Optional.of(constant);
      case TargetInput.Part(var path) -> {
        var part = EventPath.read(json, path);
        yield part.isMissingNode() ? Optional.empty() : Optional.of(part.toString());
      }
      case TargetInput.Template template -> InputTemplate.fill(template, json, rule.arn());
    };
  }

  private void failed(Throwable failure) {
    failures++;
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var pause = pause();
    boolean tooOld = first.until(loop.now().plus(pause)).compareTo(target.maximumAge()) > 0;
    if (failures > target.retries() || tooOld) {
      dead(
          "%d attempts failed, the last with %s: %s"
              .formatted(failures, cause.getClass().getSimpleName(), cause.getMessage()));
    } else {
      loop.after(pause, this::attempt);
    }
  }

  private Duration pause() {
    var pause = Duration.ofSeconds(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void dead(String reason) {
    report.accept(
        "event %s (%s) of rule %s was not delivered to %s: %s; dead letters: %s"
            .formatted(
                event.id(),
                event.detailType(),
                rule.name,
                target.arn(),
                reason,
                target.deadLetters().orElse("none")));
  }
}
