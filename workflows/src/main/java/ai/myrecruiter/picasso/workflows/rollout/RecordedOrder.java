package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import java.util.List;

/**
 * The order in which a rollout is looked at: before each shift once, then at its stage look by
 * look. A look that was put in twice, left out or moved is refused, as it could say anything.
 */
final class RecordedOrder {
  private static final String FIX =
      "export the rollout again; looks are missing, doubled or out of order";

  private RecordedOrder() {}

  static void check(List<RecordedLook> looks) {
    for (var i = 0; i < looks.size(); i++) {
      var look = looks.get(i);
      var path = "$.looks[" + i + "]";
      InvalidInput.unless(
          look.kind() == LookKind.BASELINE || look.id().equals(look.stage() + "-" + look.look()),
          path + ".id",
          look.id(),
          "must be the look's stage and number, " + look.stage() + "-" + look.look(),
          FIX);
      InvalidInput.unless(
          i == 0 ? isFirst(look) : follows(looks.get(i - 1), look),
          path + ".look",
          place(look),
          "must follow " + (i == 0 ? "the start" : place(looks.get(i - 1))),
          FIX);
    }
  }

  private static boolean isFirst(RecordedLook look) {
    return look.stage() == 0 && look.look() <= 1;
  }

  /** The next look of the stage, or the baseline or first look of the next stage. */
  private static boolean follows(RecordedLook before, RecordedLook look) {
    return look.stage() == before.stage()
        ? look.look() == before.look() + 1
        : look.stage() == before.stage() + 1 && look.look() <= 1;
  }

  private static String place(RecordedLook look) {
    return "look " + look.look() + " of stage " + look.stage();
  }
}
