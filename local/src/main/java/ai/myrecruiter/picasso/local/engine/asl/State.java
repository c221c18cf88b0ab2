package ai.myrecruiter.picasso.local.engine.asl;

/** A state of a machine. Each type is a record; whoever runs them switches over all of them. */
public sealed interface State
    permits PassState,
        TaskState,
        ChoiceState,
        WaitState,
        SucceedState,
        FailState,
        ParallelState,
        MapState {
  /** The name, unique in its machine. */
  String name();

  /** The value of the field Type. */
  String type();
}
