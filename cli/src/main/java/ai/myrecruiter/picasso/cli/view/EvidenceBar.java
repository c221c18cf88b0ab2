package ai.myrecruiter.picasso.cli.view;

/**
 * An e-value on the way to its limit, on a logarithmic scale, as evidence multiplies: empty up to
 * 1, which is no evidence, full at the limit, where the test fails.
 */
final class EvidenceBar {
  private EvidenceBar() {}

  /**
   * The bar.
   *
   * @param limit above 1
   * @param width characters between the brackets, 1 or more
   */
  static String of(double value, double limit, int width) {
    var share = value <= 1 ? 0 : Math.min(1, Math.log(value) / Math.log(limit));
    var full = value >= limit ? width : Math.min(width - 1, (int) Math.round(share * width));
    return "[" + "#".repeat(full) + ".".repeat(width - full) + "]";
  }
}
