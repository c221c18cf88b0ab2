package ai.myrecruiter.picasso.bench.jwt;

import ai.myrecruiter.picasso.bench.figure.Spread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Issuing and verifying beside the bare ones in turns, in processor time of the one thread, so that
 * what else the machine does falls on both sides or on none. Prints medians and their ratios;
 * {@link TokenBenchmark} measures each by itself.
 */
public final class TokenTimes {
  private static final int CALLS = 20;
  private static final int WARM_UP = 400;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TokenTimes() {}

  private interface Timed {
    Object call() throws Exception;
  }

  /**
   * Measures.
   *
   * @param args how many samples of twenty calls of each; 2,000 take a minute or two
   */
  @SuppressWarnings("SystemOut") // a command's answer
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    var tokens = new TokenBenchmark();
    tokens.prepare();
    System.out.printf("%-8s %10s %8s %10s %8s %8s%n", "us", "bare", "p95", "ours", "p95", "ratio");
    print("verify", rounds, tokens::bareVerify, tokens::verify);
    print("issue", rounds, tokens::bareIssue, tokens::issue);
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private static void print(String what, int rounds, Timed bare, Timed ours) throws Exception {
    var least = new double[rounds];
    var whole = new double[rounds];
    for (int i = -WARM_UP; i < rounds; i++) {
      boolean oursFirst = i % 2 == 0;
      double first = micros(oursFirst ? ours : bare);
      double second = micros(oursFirst ? bare : ours);
      if (i >= 0) {
        whole[i] = oursFirst ? first : second;
        least[i] = oursFirst ? second : first;
      }
    }
    print(what, new Spread(least), new Spread(whole));
  }

  private static double micros(Timed timed) throws Exception {
    Object last = null;
    long began = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      last = timed.call();
    }
    long took = THREADS.getCurrentThreadCpuTime() - began;
    if (last == null) {
      throw new IllegalStateException("nothing was made");
    }
    return took / 1e3 / CALLS;
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private static void print(String what, Spread bare, Spread ours) {
    System.out.printf(
        "%-8s %10.1f %8.1f %10.1f %8.1f %8.3f%n",
        what,
        bare.median(),
        bare.at(0.95),
        ours.median(),
        ours.at(0.95),
        ours.median() / bare.median());
  }
}
