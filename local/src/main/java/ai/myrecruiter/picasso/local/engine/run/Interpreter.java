package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.ChoiceState;
import ai.myrecruiter.picasso.local.engine.asl.FailState;
import ai.myrecruiter.picasso.local.engine.asl.InputOutput;
import ai.myrecruiter.picasso.local.engine.asl.MapState;
import ai.myrecruiter.picasso.local.engine.asl.ParallelState;
import ai.myrecruiter.picasso.local.engine.asl.PassState;
import ai.myrecruiter.picasso.local.engine.asl.SucceedState;
import ai.myrecruiter.picasso.local.engine.asl.TaskState;
import ai.myrecruiter.picasso.local.engine.asl.WaitState;
import ai.myrecruiter.picasso.local.engine.asl.Work;
import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Expression;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What each type of state does. */
final class Interpreter {
  private final ExecutionRun run;
  private final ErrorHandling errors;
  private final WaitClock waits;

  Interpreter(ExecutionRun run) {
    this.run = run;
    this.errors = new ErrorHandling(run, this);
    this.waits = new WaitClock(run.services().loop());
  }

  /** Enters a state and does what it does at once. */
  void enter(Branch branch, String name, JsonNode input, long previous) {
    enter(branch, name, input, Json.write(input), previous);
  }

  private void enter(Branch branch, String name, JsonNode input, String text, long previous) {
    var state = branch.machine().state(name);
    long entered =
        run.history().add(previous, new EventDetails.StateEntered(state.type(), name, text));
    attempt(new Visit(branch, state, input, entered, run.services().loop().now()));
  }

  /** Tries a state, for the first time or again. */
  void attempt(Visit visit) {
    visit.branch().isIn(visit);
    guarded(visit, () -> execute(visit));
  }

  /** Does a part of a state and hands what is wrong with its data to the state's error handling. */
  void guarded(Visit visit, Runnable part) {
    try {
      part.run();
    } catch (DataFailure failure) {
      errors.handle(visit, Failure.of(failure, visit));
    }
  }

  private void execute(Visit visit) {
    switch (visit.state()) {
      case PassState pass -> pass(visit, pass);
      case TaskState task -> new TaskAttempt(run, this, errors, visit, task).start();
      case ChoiceState choice -> choose(visit, choice);
      case WaitState wait -> pause(visit, wait);
      case SucceedState succeed -> {
        var output = select(visit, succeed.io().input(), visit.input());
        leave(visit, succeed.io(), output, Optional.empty());
      }
      case FailState fail ->
          visit
              .branch()
              .fail(
                  Failure.of(
                      text(visit, fail.error(), "ErrorPath"),
                      text(visit, fail.cause(), "CausePath")),
                  visit.last());
      case ParallelState parallel -> new ParallelRun(run, this, errors, visit, parallel).start();
      case MapState map -> new MapRun(run, this, errors, visit, map).start();
    }
  }

  private void pass(Visit visit, PassState pass) {
    var input = workInput(visit, pass.io(), pass.work(), scope(visit));
    finish(visit, pass.io(), pass.work(), pass.result().orElse(input), pass.next());
  }

  private void choose(Visit visit, ChoiceState choice) {
    var input = select(visit, choice.io().input(), visit.input());
    var scope = scope(visit).over(input);
    var next =
        choice.rules().stream()
            .filter(rule -> rule.condition().holds(scope))
            .findFirst()
            .map(ChoiceState.Rule::next)
            .or(choice::otherwise)
            .orElseThrow(DataFailure::noChoiceMatched);
    leave(visit, choice.io(), input, Optional.of(next));
  }

  private void pause(Visit visit, WaitState wait) {
    var input = select(visit, wait.io().input(), visit.input());
    var timer =
        run.services()
            .loop()
            .at(
                waits.end(wait.until(), scope(visit).over(input)),
                () ->
                    run.perform(
                        visit.branch(),
                        () -> guarded(visit, () -> leave(visit, wait.io(), input, wait.next()))));
    visit.branch().waitsFor(record -> timer.cancel());
  }

  /** The input of a state's work: InputPath, then Parameters. */
  JsonNode workInput(Visit visit, InputOutput io, Work work, Scope scope) {
    var input = select(visit, io.input(), visit.input());
    return work.parameters().map(template -> template.evaluate(scope.over(input))).orElse(input);
  }

  /** Places a result, ResultSelector and ResultPath applied, and leaves the state. */
  void finish(Visit visit, InputOutput io, Work work, JsonNode result, Optional<String> next) {
    guarded(
        visit,
        () -> {
          var selected =
              work.selector()
                  .map(template -> template.evaluate(scope(visit).over(result)))
                  .orElse(result);
          var output =
              work.resultPath()
                  .map(path -> path.place(visit.input(), selected))
                  .orElse(visit.input());
          leave(visit, io, output, next);
        });
  }

  private void leave(Visit visit, InputOutput io, JsonNode output, Optional<String> next) {
    exit(visit, select(visit, io.output(), output), next);
  }

  /** Leaves the state for the next one, or ends the branch. */
  void exit(Visit visit, JsonNode output, Optional<String> next) {
    var text = Json.write(output);
    if (Json.exceedsPayload(text)) {
      errors.handle(visit, Failure.dataLimit(visit.state().name()));
      return;
    }
    var branch = visit.branch();
    var exited = new EventDetails.StateExited(visit.state().type(), visit.state().name(), text);
    long event = run.history().add(visit.last(), exited);
    branch.isBetweenStates(event);
    next.ifPresentOrElse(
        name -> run.later(branch, () -> enter(branch, name, output, text, event)),
        () -> branch.succeed(output, event));
  }

  Scope scope(Visit visit) {
    return new ContextObject(run, visit, Optional.empty()).scope();
  }

  /** The scope in which a Map makes the input of an iteration. */
  Scope scope(Visit visit, Optional<MapItem> item) {
    return new ContextObject(run, visit, Optional.empty(), item).scope();
  }

  /** The part of the input that a state sees. */
  JsonNode selected(Visit visit, InputOutput io) {
    return select(visit, io.input(), visit.input());
  }

  private JsonNode select(Visit visit, Optional<Path> path, JsonNode value) {
    return path.map(p -> p.require(scope(visit).over(value))).orElseGet(Json::object);
  }

  private Optional<String> text(Visit visit, Optional<Expression> expression, String field) {
    return expression.map(e -> {
      var value = e.evaluate(scope(visit), field);
      if (!value.isTextual()) {
        throw DataFailure.runtime(
            "The field '%s' must refer to a string and refers to %s"
                .formatted(field, Json.write(value)));
      }
      return value.textValue();
    });
  }
}
