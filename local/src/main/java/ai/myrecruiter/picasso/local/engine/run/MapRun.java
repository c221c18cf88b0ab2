package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.MapState;
import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of a Map: an iteration for each item, some at a time and the next when one is done.
 * One failure more than may fail ends them all.
 */
final class MapRun {
  private static final String TOO_MANY = "States.ExceedToleratedFailureThreshold";
  private final ExecutionRun run;
  private final Interpreter interpreter;
  private final ErrorHandling errors;
  private final Visit visit;
  private final MapState state;
  private final JsonNode input;
  private final ArrayNode items;
  private final int atATime;
  private final int mayFail;
  private final List<Iteration> iterations = new ArrayList<>();
  private final List<JsonNode> outputs;
  private int done;
  private int failures;

  /**
   * Reads the items and limits.
   *
   * @throws DataFailure when they are not what the state needs
   */
  MapRun(
      ExecutionRun run,
      Interpreter interpreter,
      ErrorHandling errors,
      Visit visit,
      MapState state) {
    this.run = run;
    this.interpreter = interpreter;
    this.errors = errors;
    this.visit = visit;
    this.state = state;
    this.input = interpreter.selected(visit, state.io());
    var scope = interpreter.scope(visit).over(input);
    this.items = array(state.items().require(scope));
    this.atATime = state.limits().atATime(scope);
    this.mayFail = state.limits().mayFail(items.size(), scope);
    this.outputs = new ArrayList<>(Collections.nCopies(items.size(), NullNode.instance));
  }

  private ArrayNode array(JsonNode found) {
    if (found instanceof ArrayNode array) {
      return array;
    }
    throw DataFailure.runtime(
        "Reference path \"%s\" must point to array.".formatted(state.items()));
  }

  void start() {
    long started = run.history().add(visit.last(), new EventDetails.MapStateStarted(items.size()));
    visit.branch().isIn(visit.at(started));
    visit.branch().waitsFor(this::abort);
    if (items.isEmpty()) {
      succeed(started);
    }
    for (int i = 0; i < Math.min(atATime, items.size()); i++) {
      startNext(started);
    }
  }

  private void startNext(long previous) {
    int index = iterations.size();
    if (index == items.size()) {
      return;
    }
    var iteration = new Iteration(new MapItem(index, items.get(index)), previous);
    iterations.add(iteration);
    run.later(iteration.branch, () -> begin(iteration, previous));
  }

  private void begin(Iteration iteration, long previous) {
    try {
      var branch = iteration.branch;
      var from = inputOf(iteration.item);
      long started = iteration.begin(previous);
      run.later(
          branch, () -> interpreter.enter(branch, state.processor().startAt(), from, started));
    } catch (DataFailure unusable) {
      abort(true);
      errors.handle(visit, Failure.of(unusable, visit));
    }
  }

  private JsonNode inputOf(MapItem item) {
    return state
        .selector()
        .map(template -> template.evaluate(interpreter.scope(visit, Optional.of(item)).over(input)))
        .orElse(item.value());
  }

  private void succeed(long event) {
    run.history().add(event, new EventDetails.MapStateSucceeded());
    var all = JsonNodeFactory.instance.arrayNode().addAll(outputs);
    interpreter.finish(visit.at(event), state.io(), state.work(), all, state.next());
  }

  private void abort(boolean record) {
    Optional<History> history = record ? Optional.of(run.history()) : Optional.empty();
    iterations.forEach(iteration -> iteration.giveUp(history));
  }

  /** One of the iterations. */
  private final class Iteration implements Branch.End {
    private final MapItem item;
    private final Branch branch;
    private boolean begun;

    Iteration(MapItem item, long previous) {
      this.item = item;
      this.branch = new Branch(state.processor(), Optional.of(item), previous, this);
    }

    long begin(long previous) {
      begun = true;
      long started =
          run.history()
              .add(previous, new EventDetails.MapIterationStarted(state.name(), item.index()));
      branch.isBetweenStates(started);
      return started;
    }

    @Override
    public void succeeded(JsonNode output, long event) {
      outputs.set(item.index(), output);
      over(event, new EventDetails.MapIterationSucceeded(state.name(), item.index()));
    }

    @Override
    public void failed(Failure failure, long event) {
      failures++;
      var failed = new EventDetails.MapIterationFailed(state.name(), item.index());
      if (failures <= mayFail) {
        outputs.set(item.index(), failure.output());
        over(event, failed);
        return;
      }
      run.history().add(event, failed);
      abort(true);
      long all = run.history().add(event, new EventDetails.MapStateFailed());
      errors.handle(visit.at(all), state.limits().tolerates() ? tooMany() : failure);
    }

    private void over(long event, EventDetails details) {
      long ended = run.history().add(event, details);
      done++;
      if (done == items.size()) {
        succeed(ended);
      } else {
        startNext(event);
      }
    }

    private void giveUp(Optional<History> history) {
      if (!branch.isLive()) {
        return;
      }
      long last = branch.abort(history);
      if (begun && history.isPresent()) {
        history.get().add(last, new EventDetails.MapIterationAborted(state.name(), item.index()));
      }
    }
  }

  private static Failure tooMany() {
    return Failure.of(TOO_MANY, "The specified tolerated failure threshold was exceeded");
  }
}
