package ai.myrecruiter.picasso.local.engine.history;

import java.util.Optional;

/**
 * What an event says beside its time. The name of each record is the event's type in the service,
 * but for those of states, which begin with the state's type.
 */
public sealed interface EventDetails {
  /** The event's type, such as {@code TaskStateEntered}. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** Whether nothing can follow. */
  default boolean isLast() {
    return false;
  }

  /** What happens to an integration. */
  sealed interface OfTask extends EventDetails {}

  /** What happens to a function that a Task names by its ARN. */
  sealed interface OfFunction extends EventDetails {}

  /** The execution began. */
  record ExecutionStarted(String input, String roleArn) implements EventDetails {}

  /** The execution came to a good end. */
  record ExecutionSucceeded(String output) implements EventDetails {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** An error that nothing caught. */
  record ExecutionFailed(Optional<String> error, Optional<String> cause) implements EventDetails {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** Somebody stopped the execution. */
  record ExecutionAborted(Optional<String> error, Optional<String> cause) implements EventDetails {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** The machine's own timeout passed. */
  record ExecutionTimedOut(Optional<String> error, Optional<String> cause) implements EventDetails {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** A state began. */
  record StateEntered(String stateType, String name, String input) implements EventDetails {
    @Override
    public String type() {
      return stateType + "StateEntered";
    }
  }

  /** A state is done. */
  record StateExited(String stateType, String name, String output) implements EventDetails {
    @Override
    public String type() {
      return stateType + "StateExited";
    }
  }

  /** A state was given up because a branch beside it failed. */
  record StateAborted(String stateType) implements EventDetails {
    @Override
    public String type() {
      return stateType + "StateAborted";
    }
  }

  /** The branches begin. */
  record ParallelStateStarted() implements EventDetails {}

  /** All branches are done. */
  record ParallelStateSucceeded() implements EventDetails {}

  /** A branch failed. */
  record ParallelStateFailed() implements EventDetails {}

  /** What happens to a Map. */
  sealed interface OfMap extends EventDetails {}

  /** The iterations begin; {@code length} is the number of items. */
  record MapStateStarted(int length) implements OfMap {}

  /** All iterations are done. */
  record MapStateSucceeded() implements OfMap {}

  /** More iterations failed than may fail. */
  record MapStateFailed() implements OfMap {}

  /** An iteration begins; {@code name} is the state's, {@code index} the item's, from 0. */
  record MapIterationStarted(String name, int index) implements OfMap {}

  /** An iteration is done. */
  record MapIterationSucceeded(String name, int index) implements OfMap {}

  /** An iteration failed. */
  record MapIterationFailed(String name, int index) implements OfMap {}

  /** An iteration was given up because one beside it failed. */
  record MapIterationAborted(String name, int index) implements OfMap {}

  /** An integration is about to be called. */
  record TaskScheduled(
      Target target,
      String region,
      String parameters,
      Optional<Long> timeoutInSeconds,
      Optional<Long> heartbeatInSeconds)
      implements OfTask {}

  /** An integration has been called. */
  record TaskStarted(Target target) implements OfTask {}

  /** The integration could not be called. */
  record TaskStartFailed(Target target, Optional<String> error, Optional<String> cause)
      implements OfTask {}

  /** The integration did not take the job. */
  record TaskSubmitFailed(Target target, Optional<String> error, Optional<String> cause)
      implements OfTask {}

  /** The integration has answered, and the task waits for its token or its job. */
  record TaskSubmitted(Target target, String output) implements OfTask {}

  /** The task is done. */
  record TaskSucceeded(Target target, String output) implements OfTask {}

  /** The task failed. */
  record TaskFailed(Target target, Optional<String> error, Optional<String> cause)
      implements OfTask {}

  /** The task's timeout or heartbeat passed. */
  record TaskTimedOut(Target target, Optional<String> error, Optional<String> cause)
      implements OfTask {}

  /** A function, named by its ARN, is about to be invoked. */
  record LambdaFunctionScheduled(String resource, String input, Optional<Long> timeoutInSeconds)
      implements OfFunction {}

  /** The function has been invoked. */
  record LambdaFunctionStarted() implements OfFunction {}

  /** The function could not be invoked. */
  record LambdaFunctionStartFailed(Optional<String> error, Optional<String> cause)
      implements OfFunction {}

  /** The function answered. */
  record LambdaFunctionSucceeded(String output) implements OfFunction {}

  /** The function failed. */
  record LambdaFunctionFailed(Optional<String> error, Optional<String> cause)
      implements OfFunction {}

  /** The function took too long. */
  record LambdaFunctionTimedOut(Optional<String> error, Optional<String> cause)
      implements OfFunction {}

  /**
   * The integration of a task.
   *
   * @param resourceType the service, such as {@code lambda}
   * @param resource the action with its pattern, such as {@code invoke.waitForTaskToken}
   */
  record Target(String resourceType, String resource) {}
}
