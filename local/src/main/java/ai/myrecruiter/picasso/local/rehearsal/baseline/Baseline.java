package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.util.List;

/** Another way to release, as a model of its rules. */
public interface Baseline {
  /** Its name, for a table. */
  String name();

  /** One run under traffic and faults; the same seed gives the same run. */
  RunResult run(Model model, long seed);

  /** The ways that a plan is compared with. */
  static List<Baseline> all() {
    return List.of(
        new CodeDeploy(Shifting.CANARY_10_PERCENT_5_MINUTES, AlarmRule.AS_SAM_DOCUMENTS),
        new CodeDeploy(Shifting.LINEAR_10_PERCENT_EVERY_1_MINUTE, AlarmRule.AS_SAM_DOCUMENTS),
        new CodeDeploy(Shifting.CANARY_10_PERCENT_5_MINUTES, AlarmRule.VERSION_ERROR_RATE),
        new CodeDeploy(Shifting.LINEAR_10_PERCENT_EVERY_1_MINUTE, AlarmRule.VERSION_ERROR_RATE),
        new MannWhitneyCanary());
  }
}
