package ai.myrecruiter.picasso.local.loop;

/**
 * Chooses which of the steps that are ready at the same instant runs next. The default is first
 * come, first served, as the service does; a test permutes them to try every race of branches,
 * callbacks and timeouts.
 */
@FunctionalInterface
public interface ReadyOrder {
  /** First come, first served. */
  ReadyOrder ARRIVAL = ready -> 0;

  /**
   * The index of the step to run.
   *
   * @param ready how many steps are ready, 2 or more
   * @return 0 to {@code ready - 1}
   */
  int choose(int ready);
}
