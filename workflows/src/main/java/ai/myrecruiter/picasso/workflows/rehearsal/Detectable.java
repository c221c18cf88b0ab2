package ai.myrecruiter.picasso.workflows.rehearsal;

import java.util.List;

/**
 * The smallest effect that a plan catches nearly always.
 *
 * @param times how many times more often the new version fails
 * @param caught runs of that effect that were rolled back
 */
public record Detectable(double times, Share caught) {
  /** The effects that are tried, smallest first. */
  public static final List<Double> TRIED =
      List.of(1.25, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0, 20.0, 50.0, 100.0, 500.0);

  /** Share of the runs that must be caught. */
  public static final double NEARLY_ALWAYS = 0.95;

  /** Whether the effect is caught nearly always. */
  public boolean enough() {
    return caught.value() >= NEARLY_ALWAYS;
  }
}
