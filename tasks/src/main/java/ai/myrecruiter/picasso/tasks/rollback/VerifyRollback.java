package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.NotReadyYet;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Companion;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Verified;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Asks the alias several times in a row and requires that the stable version answers each time:
 * Lambda may route a little longer by the old weights after the alias has changed.
 */
public final class VerifyRollback extends Task<Request, RollbackState> {
  private static final int ANSWERS = 5;
  private static final String QUESTION = "{\"action\":\"health_check\"}";
  private final Ports ports;

  /** For Lambda. */
  public VerifyRollback() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public VerifyRollback(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  @Override
  protected RollbackState run(Request request) {
    var state = request.state();
    var restored = state.restored().orElseThrow();
    var ours = restored.all(state.function()).stream().filter(of -> !of.foreign()).toList();
    if (ours.isEmpty()) {
      return state.with(
          new Verified(0, "The alias belongs to another rollout and was left alone."));
    }
    ours.forEach(of -> requireAnswers(state, of));
    return state.with(
        new Verified(
            ANSWERS,
            "%d consecutive answers by %s."
                .formatted(ANSWERS, restored.versions(state.function()))));
  }

  private void requireAnswers(RollbackState state, Companion restored) {
    for (int answer = 1; answer <= ANSWERS; answer++) {
      var version = answeringVersion(state, restored.function());
      if (!version.equals(restored.stable().toString())) {
        throw new NotReadyYet(
            "Answer %d of %d of %s came from version %s instead of %s; the alias is asked again."
                .formatted(answer, ANSWERS, restored.function(), version, restored.stable()));
      }
    }
  }

  private String answeringVersion(RollbackState state, String function) {
    return ports
        .lambda()
        .invoke(invoke ->
            invoke
                .functionName(function)
                .qualifier(state.alias())
                .payload(SdkBytes.fromUtf8String(QUESTION)))
        .executedVersion();
  }
}
