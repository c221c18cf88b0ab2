package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.ParallelState;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One attempt of a Parallel: its branches side by side. The first that fails fails them all. */
final class ParallelRun {
  private final ExecutionRun run;
  private final Interpreter interpreter;
  private final ErrorHandling errors;
  private final Visit visit;
  private final ParallelState state;
  private final List<Branch> branches = new ArrayList<>();
  private final List<JsonNode> outputs;
  private int unfinished;

  ParallelRun(
      ExecutionRun run,
      Interpreter interpreter,
      ErrorHandling errors,
      Visit visit,
      ParallelState state) {
    this.run = run;
    this.interpreter = interpreter;
    this.errors = errors;
    this.visit = visit;
    this.state = state;
    this.unfinished = state.branches().size();
    this.outputs = new ArrayList<>(Collections.nCopies(unfinished, NullNode.instance));
  }

  void start() {
    var input = interpreter.workInput(visit, state.io(), state.work(), interpreter.scope(visit));
    long started = run.history().add(visit.last(), new EventDetails.ParallelStateStarted());
    visit.branch().isIn(visit.at(started));
    visit.branch().waitsFor(this::abort);
    for (int i = 0; i < state.branches().size(); i++) {
      var machine = state.branches().get(i);
      var branch = new Branch(machine, visit.branch().item(), started, new Part(i));
      branches.add(branch);
      run.later(branch, () -> interpreter.enter(branch, machine.startAt(), input, started));
    }
  }

  private void abort(boolean record) {
    Optional<History> history = record ? Optional.of(run.history()) : Optional.empty();
    branches.forEach(branch -> branch.abort(history));
  }

  /** One of the branches. */
  private final class Part implements Branch.End {
    private final int index;

    Part(int index) {
      this.index = index;
    }

    @Override
    public void succeeded(JsonNode output, long event) {
      outputs.set(index, output);
      unfinished--;
      if (unfinished == 0) {
        run.history().add(event, new EventDetails.ParallelStateSucceeded());
        var all = JsonNodeFactory.instance.arrayNode().addAll(outputs);
        interpreter.finish(visit.at(event), state.io(), state.work(), all, state.next());
      }
    }

    @Override
    public void failed(Failure failure, long event) {
      abort(true);
      long failed = run.history().add(event, new EventDetails.ParallelStateFailed());
      errors.handle(visit.at(failed), failure.ofBranch());
    }
  }
}
