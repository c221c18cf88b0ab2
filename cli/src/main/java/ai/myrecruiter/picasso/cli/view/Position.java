package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.plan.Stage;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a rollout is, in words and as marks on its way. */
public final class Position {
  private Position() {}

  /** What it is doing. */
  static String sentence(Rollout rollout, Instant now) {
    return switch (rollout.status()) {
      case ACCEPTED -> "accepted, nothing looked at yet";
      case PREFLIGHT -> "preflight: checking function, alias and alarms";
      case PUBLISHING -> "publishing and validating the new version";
      case AWAITING_APPROVAL -> "waiting for a person, " + share(rollout);
      case SHIFTING -> "moving the alias to " + share(rollout);
      case OBSERVING, BAKING ->
          "watching %s, %s, %s".formatted(stage(rollout), share(rollout), time(rollout, now));
      case PROMOTING -> "promoting, " + share(rollout);
      case CLOSING -> "releasing the holdback, " + share(rollout);
      case COMPLETED -> "completed: everything on " + candidate(rollout);
      case REFUSED -> "refused before the alias was touched";
      case ROLLING_BACK -> "rolling back to " + stable(rollout);
      case ROLLED_BACK -> "rolled back: everything on " + stable(rollout);
      case ROLLBACK_FAILED -> "rollback failed: look at the alias now";
    };
  }

  /**
   * The name of the present stage, {@code bake} from the promotion on, {@code -} before the first.
   */
  public static String stage(Rollout rollout) {
    return rollout.watch().map(Watch::name).orElse("-");
  }

  /** One mark for each stage and for the bake: {@code [x]} passed, {@code [>]} present. */
  static List<String> marks(Rollout rollout) {
    var stages = rollout.plan().stages();
    var marks = new ArrayList<String>();
    for (var i = 0; i < stages.size(); i++) {
      marks.add(mark(rollout, i) + " " + describe(stages.get(i)));
    }
    var bake = Numbers.plain(100 - rollout.plan().bake().holdback());
    marks.add(mark(rollout, stages.size()) + " bake " + bake + " %");
    return marks;
  }

  private static String describe(Stage stage) {
    return stage.name() + " " + Numbers.plain(stage.weight()) + " %";
  }

  private static String mark(Rollout rollout, int index) {
    var present = rollout.progress().stageIndex();
    if (index < present || rollout.status() == RolloutStatus.COMPLETED) {
      return "[x]";
    }
    if (index > present) {
      return "[ ]";
    }
    return switch (rollout.status()) {
      case ROLLING_BACK, ROLLED_BACK, ROLLBACK_FAILED -> "[!]";
      default -> "[>]";
    };
  }

  private static String share(Rollout rollout) {
    return "%s %% on %s".formatted(Numbers.plain(rollout.progress().weight()), candidate(rollout));
  }

  private static String time(Rollout rollout, Instant now) {
    var elapsed = Numbers.elapsed(rollout.progress().elapsed(now));
    return rollout.watch().map(watch -> elapsed + " of " + longest(watch)).orElse(elapsed);
  }

  private static String longest(Watch watch) {
    var shortest = Numbers.elapsed(watch.duration());
    return watch.duration().equals(watch.maxDuration())
        ? shortest
        : shortest + " to " + Numbers.elapsed(watch.maxDuration());
  }

  private static String candidate(Rollout rollout) {
    return Versions.of(rollout.members(), Member::candidate);
  }

  private static String stable(Rollout rollout) {
    return Versions.of(rollout.members(), Member::stable);
  }
}
