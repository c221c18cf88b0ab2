package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.History;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import ai.myrecruiter.picasso.local.loop.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** One execution on its way, or its history when it is over; to be used on the loop only. */
public final class ExecutionRun {
  private final Services services;
  private final Identity identity;
  private final Definition definition;
  private final JsonNode input;
  private final Consumer<Ending> onEnd;
  private final History history;
  private final Branch trunk;
  private Timer timeout = () -> {};
  private boolean over;

  /**
   * An execution that has not started.
   *
   * @param onEnd told once how it ended, after the last event is written
   */
  public ExecutionRun(
      Services services,
      Identity identity,
      Definition definition,
      JsonNode input,
      Consumer<Ending> onEnd) {
    this.services = services;
    this.identity = identity;
    this.definition = definition;
    this.input = input;
    this.onEnd = onEnd;
    this.history = new History(services.loop().clock());
    this.trunk = new Branch(definition.machine(), Optional.empty(), 0, new Trunk());
  }

  /**
   * Writes the first event and sets the first step.
   *
   * @param inputText the input as it was given
   */
  public void start(String inputText) {
    history.add(0, new EventDetails.ExecutionStarted(inputText, identity.roleArn()));
    definition
        .timeout()
        .ifPresent(
            after -> timeout = services.loop().after(after, () -> cutOff(new Ending.TimedOut())));
    var interpreter = new Interpreter(this);
    later(trunk, () -> interpreter.enter(trunk, definition.machine().startAt(), input, 0));
  }

  /** Stops the execution, whatever it does; without effect when it is over. */
  public void stop(Optional<String> error, Optional<String> cause) {
    cutOff(new Ending.Aborted(error, cause));
  }

  /** The events so far. */
  public List<HistoryEvent> events() {
    return history.events();
  }

  Services services() {
    return services;
  }

  Identity identity() {
    return identity;
  }

  JsonNode input() {
    return input;
  }

  History history() {
    return history;
  }

  /** Sets a step of a branch for as soon as possible. */
  void later(Branch branch, Runnable step) {
    services.loop().post(() -> perform(branch, step));
  }

  /**
   * Does a step now, unless its branch is over. A defect ends the execution, which would never end
   * otherwise, and is thrown on to the loop.
   */
  void perform(Branch branch, Runnable step) {
    if (!branch.isLive()) {
      return;
    }
    try {
      step.run();
    } catch (History.Full full) {
      cutOff(runtimeError(full));
    } catch (RuntimeException | StackOverflowError defect) {
      cutOff(runtimeError(defect));
      throw defect;
    }
  }

  private static Ending runtimeError(Throwable problem) {
    return new Ending.Failed(
        Optional.of("States.Runtime"),
        Optional.of(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
  }

  private void cutOff(Ending ending) {
    trunk.abort(Optional.empty());
    end(ending, history.lastId());
  }

  private void end(Ending ending, long event) {
    if (over) {
      return;
    }
    over = true;
    timeout.cancel();
    history.add(event, ending.event());
    onEnd.accept(ending);
  }

  private final class Trunk implements Branch.End {
    @Override
    public void succeeded(JsonNode output, long event) {
      end(new Ending.Succeeded(Json.write(output)), event);
    }

    @Override
    public void failed(Failure failure, long event) {
      end(new Ending.Failed(failure.error(), failure.cause()), event);
    }
  }
}
