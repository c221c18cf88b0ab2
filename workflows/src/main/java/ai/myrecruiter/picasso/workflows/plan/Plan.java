package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a release goes out: its stages, what they must show, and what else may stop it. A plan that
 * exists is legal; documents are read by {@link PlanReader}.
 *
 * @param name kebab case
 * @param alpha budget of false rollbacks of one rollout, 0.0001 to 0.2
 * @param targets what a stage must be able to see
 * @param stages 1 to 20, names unique, weights strictly rising
 * @param bake the holdback bake after promotion
 * @param alarms 1 to 20 unique alarm names; see {@link #alarmNames}
 */
public record Plan(
    String name,
    double alpha,
    Targets targets,
    List<Stage> stages,
    Bake bake,
    List<String> alarms) {
  /** Checks every range and the rules among the stages. */
  public Plan {
    PlanRules.NAME.require("$.name", name);
    PlanRules.ALPHA.require("$.alpha", alpha);
    stages = List.copyOf(stages);
    alarms = List.copyOf(alarms);
    InvalidInput.when(PlanRules.count("$.stages", stages.size()));
    InvalidInput.when(PlanRules.unique("$.stages[%s].name", each(stages, Stage::name)));
    InvalidInput.when(PlanRules.rising(each(stages, Stage::weight)));
    InvalidInput.when(PlanRules.count("$.alarms", alarms.size()));
    InvalidInput.when(PlanRules.unique("$.alarms[%s]", each(alarms, alarm -> alarm)));
    alarms.forEach(alarm -> PlanRules.ALARM.require("$.alarms", alarm));
    if (targets.latencyMillis().isPresent()) {
      stages.forEach(stage ->
          InvalidInput.when(
              PlanRules.longEnoughForLatency("$.stages.maxDuration", stage.maxDuration())));
      InvalidInput.when(PlanRules.longEnoughForLatency("$.bake.duration", bake.duration()));
    }
  }

  private static <T, V> List<Optional<V>> each(List<T> items, Function<T, V> value) {
    return items.stream().map(item -> Optional.of(value.apply(item))).toList();
  }

  /** The stage of an index from 0; empty for any other index. */
  public Optional<Stage> stage(int index) {
    return index < 0 || index >= stages.size() ? Optional.empty() : Optional.of(stages.get(index));
  }

  /**
   * SHA-256, in lower-case hexadecimal, of the plan's canonical JSON: the same for every document
   * that means the same plan. An approval is bound to it.
   */
  public String digest() {
    return Contracts.digest(this);
  }

  /** The canonical JSON, which {@link PlanReader} reads back to an equal plan. */
  public String canonicalJson() {
    return Contracts.write(this);
  }

  /**
   * The full names of the alarms in an environment: a name that begins with {@code picasso-} is
   * full, any other gets {@code picasso-<environment>-} put before.
   */
  public List<String> alarmNames(Environment environment) {
    return alarms.stream()
        .map(alarm -> alarm.startsWith("picasso-") ? alarm : environment.prefix() + alarm)
        .distinct()
        .toList();
  }
}
