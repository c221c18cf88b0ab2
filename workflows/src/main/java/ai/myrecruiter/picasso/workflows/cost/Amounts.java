package ai.myrecruiter.picasso.workflows.cost;

import java.math.BigDecimal;

/** Units of amounts. */
final class Amounts {
  /** Hours of a month, as AWS counts them. */
  static final BigDecimal HOURS = new BigDecimal(730);

  private static final BigDecimal GIGA = new BigDecimal(1L << 30);
  private static final BigDecimal MEGA_PER_GIGA = new BigDecimal(1024);
  private static final BigDecimal MILLIS = new BigDecimal(1000);

  private Amounts() {}

  static BigDecimal gigabytes(BigDecimal bytes) {
    return bytes.divide(GIGA);
  }

  /** GB-seconds of functions with a memory in MB. */
  static BigDecimal gigabyteSeconds(BigDecimal invocations, BigDecimal millis, int megabytes) {
    return invocations
        .multiply(millis)
        .divide(MILLIS)
        .multiply(BigDecimal.valueOf(megabytes))
        .divide(MEGA_PER_GIGA);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
