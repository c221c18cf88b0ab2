package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.rollout.Replay.Difference;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the end that a record names follows from its last look. What an alarm, a person, the
 * watchdog or a failure decided follows from no look; what the judge decided does.
 */
final class RecordedEnding {
  private RecordedEnding() {}

  static Optional<Difference> difference(RecordedRollout recorded) {
    return recorded
        .outcome()
        .filter(_ -> !recorded.looks().isEmpty())
        .flatMap(end -> difference(recorded, end, recorded.looks().getLast()));
  }

  private static Optional<Difference> difference(
      RecordedRollout recorded, Outcome end, RecordedLook last) {
    var holds =
        switch (end.ending()) {
          case PROMOTED -> letsGo(last) && last.stage() == recorded.plan().stages().size();
          case ROLLED_BACK -> end.decidedBy() != DecidedBy.JUDGE || says(last, StageAction.FAIL);
          case REFUSED -> last.kind() == LookKind.BASELINE && last.stage() == 0;
        };
    return holds
        ? Optional.empty()
        : Optional.of(new Difference(last.id(), "outcome", name(end), last(last)));
  }

  /** The bake ends by a pass, or by a person's word where the look was held. */
  private static boolean letsGo(RecordedLook look) {
    return says(look, StageAction.PASS) || says(look, StageAction.HOLD);
  }

  private static boolean says(RecordedLook look, StageAction action) {
    return look.action().filter(said -> said == action).isPresent();
  }

  private static String name(Outcome end) {
    return end.ending() + " by " + end.decidedBy().name().toLowerCase(Locale.ROOT);
  }

  private static String last(RecordedLook look) {
    return "the last look, of stage %d, says %s"
        .formatted(look.stage(), look.action().map(Enum::name).orElse("nothing"));
  }
}
