package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * How many of a number of runs did something.
 *
 * @param count 0 to {@code of}
 * @param of 0 or more; of no runs nothing is known
 */
public record Share(int count, int of) {
  /** Two-sided 95 %. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public Share {
    InvalidInput.unless(
        count >= 0 && count <= of,
        "$.count",
        count + " of " + of,
        "must be 0 to the number of runs",
        "count again");
  }

  /** The share, 0 to 1; NaN of no runs, so that it keeps no promise. */
  public double value() {
    return of == 0 ? Double.NaN : (double) count / of;
  }

  /** Lower end of Wilson's 95 % interval. */
  public double low() {
    return count == 0 ? 0 : Math.max(0, centre() - half());
  }

  /** Upper end of Wilson's 95 % interval. */
  public double high() {
    return count == of ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    var variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(variance) / (1 + Z * Z / of);
  }
}
