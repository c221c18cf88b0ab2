package ai.myrecruiter.picasso.local.lambda;

/** An execution environment: runs one invocation at a time, and is used again for the next. */
sealed interface Sandbox permits HandlerSandbox, LoopSandbox {
  /** Runs one invocation; whatever goes wrong is an outcome too. */
  Outcome run(Call call, StageContext context);

  /** Whether it can run another. */
  boolean usable();

  /** Ends it. */
  void close();
}
