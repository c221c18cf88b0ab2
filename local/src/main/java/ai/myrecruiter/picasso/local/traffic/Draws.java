package ai.myrecruiter.picasso.local.traffic;

import java.util.random.RandomGenerator;

/**
 * Exact random numbers of the distributions that counts of requests have, at a cost that does not
 * grow with the counts. Large means use the transformed rejection of W. Hörmann, "The generation of
 * binomial random variates" (1993) and "The transformed rejection method for generating Poisson
 * random variables" (1993); gamma numbers are by Marsaglia and Tsang (2000).
 */
final class Draws {
  private static final double FEW = 10;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private final RandomGenerator random;

  Draws(RandomGenerator random) {
    this.random = random;
  }

  /** How many events of a mean happen; 0 or more. */
  long poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    return mean < FEW ? fewEvents(mean) : manyEvents(mean);
  }

  private long fewEvents(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long events = 0;
    while (product > limit) {
      events++;
      product *= random.nextDouble();
    }
    return events;
  }

  private long manyEvents(double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double easy = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= easy) {
        return (long) k;
      }
      if (k >= 0
          && (us >= 0.013 || v <= us)
          && Math.log(v * inverseAlpha / (a / (us * us) + b))
              <= k * Math.log(mean) - mean - logFactorial(k)) {
        return (long) k;
      }
    }
  }

  /** How many of a number of trials succeed. */
  long binomial(long trials, double chance) {
    if (trials <= 0 || chance <= 0) {
      return 0;
    }
    if (chance >= 1) {
      return trials;
    }
    if (chance > 0.5) {
      return trials - binomial(trials, 1 - chance);
    }
    return trials * chance < FEW ? fewSuccesses(trials, chance) : manySuccesses(trials, chance);
  }

  private long fewSuccesses(long trials, double chance) {
    double odds = chance / (1 - chance);
    double mass = Math.exp(trials * Math.log1p(-chance));
    double left = random.nextDouble();
    long successes = 0;
    while (left > mass && successes < trials) {
      left -= mass;
      successes++;
      mass *= odds * (trials - successes + 1) / successes;
    }
    return successes;
  }

  private long manySuccesses(long n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double easy = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + n * p + 0.5);
      if (k < 0 || k > n) {
        continue;
      }
      if (us >= 0.07 && v <= easy) {
        return (long) k;
      }
      if (Math.log(v * alpha / (a / (us * us) + b)) <= logRatioToMode(n, p, k)) {
        return (long) k;
      }
    }
  }

  /** Logarithm of the chance of k over the chance of the mode. */
  private static double logRatioToMode(long n, double p, double k) {
    double mode = Math.floor((n + 1) * p);
    return logFactorial(mode)
        + logFactorial(n - mode)
        - logFactorial(k)
        - logFactorial(n - k)
        + (k - mode) * Math.log(p / (1 - p));
  }

  /** By Stirling's series; exact to 1e-10 where it is used, and by the product below ten. */
  static double logFactorial(double n) {
    if (n < FEW) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return Math.log(product);
    }
    double z = n + 1;
    double square = z * z;
    double tail = (1.0 / 12 - (1.0 / 360 - 1.0 / (1260 * square)) / square) / z;
    return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + tail;
  }

  /** A positive factor of mean 1 and a coefficient of variation; 1 when that is 0. */
  double factor(double variation) {
    if (variation <= 0) {
      return 1;
    }
    double shape = 1 / (variation * variation);
    return gamma(shape) / shape;
  }

  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
