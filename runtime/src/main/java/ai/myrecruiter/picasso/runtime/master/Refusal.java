package ai.myrecruiter.picasso.runtime.master;

/** A request that is answered with a problem. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  Refusal(ErrorCode code) {
    this(Problem.of(code));
  }

  Problem problem() {
    return problem;
  }
}
