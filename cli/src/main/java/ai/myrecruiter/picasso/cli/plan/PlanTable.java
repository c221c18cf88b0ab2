package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.plan.Approval;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people: its name and digest, and a row for each stage and the bake. */
public final class PlanTable {
  private PlanTable() {}

  /** The lines. */
  public static List<String> of(Plan plan) {
    var lines = new ArrayList<String>();
    lines.add("Plan    " + plan.name());
    lines.add("Digest  " + plan.digest());
    lines.add(
        "Budget  false rollbacks at most %s of 1, odds ratio to see %s"
            .formatted(Numbers.plain(plan.alpha()), Numbers.plain(plan.targets().effect())));
    lines.add(
        "Keeps   error rate at most %s%s"
            .formatted(
                Numbers.percent(plan.targets().errorRate()),
                plan.targets()
                    .latencyMillis()
                    .map(millis -> ", latency compared at %s ms".formatted(Numbers.count(millis)))
                    .orElse("")));
    lines.add("Alarms  " + String.join(", ", plan.alarms()));
    lines.add("");
    lines.addAll(stages(plan));
    return lines;
  }

  private static List<String> stages(Plan plan) {
    var table =
        new TextTable("STAGE", "WEIGHT", "SHORTEST", "LONGEST", "LOOK", "UNDECIDED", "APPROVAL");
    for (var stage : plan.stages()) {
      add(table, stage.watch(), stage.weight(), approval(stage));
    }
    add(table, plan.bake().watch(), 100 - plan.bake().holdback(), "-");
    return table.lines();
  }

  private static void add(TextTable table, Watch watch, double weight, String approval) {
    table.row(
        watch.name(),
        Numbers.plain(weight) + " %",
        DurationText.format(watch.duration()),
        DurationText.format(watch.maxDuration()),
        DurationText.format(watch.look()),
        watch.onInconclusive().name().toLowerCase(Locale.ROOT),
        approval);
  }

  private static String approval(Stage stage) {
    return stage.approval().map(PlanTable::describe).orElse("-");
  }

  private static String describe(Approval approval) {
    return "within %s, else %s%s"
        .formatted(
            DurationText.format(approval.expiresAfter()),
            approval.whenExpired().name().toLowerCase(Locale.ROOT),
            approval.otherThanStarter() ? "; not the starter" : "");
  }
}
