package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.Catcher;
import ai.myrecruiter.picasso.local.engine.asl.ChoiceState;
import ai.myrecruiter.picasso.local.engine.asl.FailState;
import ai.myrecruiter.picasso.local.engine.asl.MapState;
import ai.myrecruiter.picasso.local.engine.asl.ParallelState;
import ai.myrecruiter.picasso.local.engine.asl.PassState;
import ai.myrecruiter.picasso.local.engine.asl.Recovery;
import ai.myrecruiter.picasso.local.engine.asl.State;
import ai.myrecruiter.picasso.local.engine.asl.SucceedState;
import ai.myrecruiter.picasso.local.engine.asl.TaskState;
import ai.myrecruiter.picasso.local.engine.asl.WaitState;
import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.util.List;
import java.util.Optional;

/**
 * Retry and Catch. The first retrier that matches decides; when it is used up the catchers are
 * asked, not the next retrier. What nothing catches ends the branch.
 */
final class ErrorHandling {
  private static final Recovery NONE = new Recovery(List.of(), List.of());
  private final ExecutionRun run;
  private final Interpreter interpreter;

  ErrorHandling(ExecutionRun run, Interpreter interpreter) {
    this.run = run;
    this.interpreter = interpreter;
  }

  void handle(Visit visit, Failure failure) {
    var recovery = recovery(visit.state());
    if (!retry(visit, failure, recovery) && !caught(visit, failure, recovery)) {
      visit.branch().fail(failure, visit.last());
    }
  }

  private boolean retry(Visit visit, Failure failure, Recovery recovery) {
    var retriers = recovery.retriers();
    int matching = 0;
    while (matching < retriers.size() && !failure.matches(retriers.get(matching).errors())) {
      matching++;
    }
    if (matching == retriers.size()
        || visit.retriesOf(matching) >= retriers.get(matching).maxAttempts()) {
      return false;
    }
    var loop = run.services().loop();
    var delay = retriers.get(matching).delay(visit.retriesOf(matching), loop.random());
    var again = visit.retriedBy(matching);
    var timer =
        loop.after(delay, () -> run.perform(visit.branch(), () -> interpreter.attempt(again)));
    visit.branch().isIn(again);
    visit.branch().waitsFor(record -> timer.cancel());
    return true;
  }

  private boolean caught(Visit visit, Failure failure, Recovery recovery) {
    var catcher = recovery.catchers().stream().filter(c -> failure.matches(c.errors())).findFirst();
    catcher.ifPresent(c -> goTo(visit, failure, c));
    return catcher.isPresent();
  }

  private void goTo(Visit visit, Failure failure, Catcher catcher) {
    try {
      var output =
          catcher
              .resultPath()
              .map(path -> path.place(visit.input(), failure.output()))
              .orElse(visit.input());
      if (Json.exceedsPayload(Json.write(output))) {
        visit.branch().fail(Failure.dataLimit(visit.state().name()), visit.last());
      } else {
        interpreter.exit(visit, output, Optional.of(catcher.next()));
      }
    } catch (DataFailure misplaced) {
      visit.branch().fail(Failure.of(misplaced, visit), visit.last());
    }
  }

  private static Recovery recovery(State state) {
    return switch (state) {
      case TaskState task -> task.recovery();
      case ParallelState parallel -> parallel.recovery();
      case MapState map -> map.recovery();
      case PassState _, ChoiceState _, WaitState _, SucceedState _, FailState _ -> NONE;
    };
  }
}
