package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.local.rehearsal.baseline.Baseline;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Detectable;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rehearsal.Share;
import ai.myrecruiter.picasso.workflows.rehearsal.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plan and other ways to release, under the same model and seeds.
 *
 * @param ways the plan first
 * @param detectable the smallest effect on errors alone that the plan catches nearly always; empty
 *     when it is none of those tried
 * @param rollouts how many rollouts of the plan were run in all
 */
public record Comparison(List<Summary> ways, Optional<Detectable> detectable, int rollouts) {
  private static final int MOST_SEARCH_RUNS = 100;

  /** Copies the ways. */
  public Comparison {
    ways = List.copyOf(ways);
  }

  /**
   * Runs it.
   *
   * @param first the first seed
   * @param runs how many runs with the bad version, and as many with a healthy one; 1 or more
   * @param progress told what is being done
   */
  public static Comparison of(
      Rehearsals rehearsals,
      Plan plan,
      Model model,
      long first,
      int runs,
      Consumer<String> progress) {
    var ways = new ArrayList<Summary>();
    progress.accept("%d rollouts of a bad version ...".formatted(runs));
    var bad = rehearsals.run(plan, model, first, runs);
    progress.accept("%d rollouts of a healthy version ...".formatted(runs));
    var healthy = rehearsals.run(plan, model.healthy(), first, runs);
    ways.add(Summary.of("Plan " + plan.name(), bad, healthy));
    for (var baseline : Baseline.all()) {
      ways.add(
          Summary.of(
              baseline.name(),
              rehearsals.each(first, runs, seed -> baseline.run(model, seed)),
              rehearsals.each(first, runs, seed -> baseline.run(model.healthy(), seed))));
    }
    var errors = model.withoutSlowdown();
    var search = new Search(rehearsals, plan, errors, first, Math.min(runs, MOST_SEARCH_RUNS));
    progress.accept("The smallest effect that it catches ...");
    var found = search.smallest();
    return new Comparison(ways, found, 2 * runs + search.rollouts);
  }

  /** Finds the smallest effect by halving the list of those that are tried. */
  private static final class Search {
    private final Rehearsals rehearsals;
    private final Plan plan;
    private final Model model;
    private final long first;
    private final int runs;
    private int rollouts;

    Search(Rehearsals rehearsals, Plan plan, Model model, long first, int runs) {
      this.rehearsals = rehearsals;
      this.plan = plan;
      this.model = model;
      this.first = first;
      this.runs = runs;
    }

    Optional<Detectable> smallest() {
      var tried =
          Detectable.TRIED.stream().filter(times -> times * model.errors().rate() <= 1).toList();
      Optional<Detectable> best = Optional.empty();
      int low = 0;
      int high = model.errors().rate() > 0 ? tried.size() : 0;
      while (low < high) {
        int middle = (low + high) / 2;
        var here = caught(tried.get(middle));
        if (here.enough()) {
          best = Optional.of(here);
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return best;
    }

    private Detectable caught(double times) {
      var results = rehearsals.run(plan, model.withEffectTimes(times), first, runs);
      rollouts += runs;
      int started = (int) results.stream().filter(RunResult::started).count();
      int rolledBack = (int) results.stream().filter(RunResult::rolledBack).count();
      return new Detectable(times, new Share(rolledBack, started));
    }
  }
}
