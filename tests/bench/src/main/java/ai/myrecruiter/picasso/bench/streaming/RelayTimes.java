package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.bench.figure.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the relay adds to the first token and to each one after it, beside a direct read of the same
 * model in turns. Prints medians, 95th percentiles and the difference of the medians.
 */
public final class RelayTimes {
  private static final int TOKENS = 101;
  private static final int WARM_UP = 150;

  private RelayTimes() {}

  /**
   * Measures.
   *
   * @param args how many answers of each reader; 300 take a minute
   */
  @SuppressWarnings("SystemOut") // a command's answer
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    var direct = new ArrayList<double[]>();
    var relayed = new ArrayList<double[]>();
    try (var readers = new TwoReaders(TOKENS)) {
      for (int i = 0; i < WARM_UP + rounds; i++) {
        direct.add(readers.direct());
        relayed.add(readers.relayed());
      }
    }
    System.out.printf(
        "%-26s %9s %9s %9s %9s %12s %9s%n",
        "ms", "direct", "p95", "relay", "p95", "relay adds", "+/- 95 %");
    print("first token", first(measured(direct)), first(measured(relayed)));
    print("token, mean of an answer", later(measured(direct)), later(measured(relayed)));
    System.exit(0); // DynamoDB Local leaves threads behind
  }

  private static List<double[]> measured(List<double[]> answers) {
    return answers.subList(WARM_UP, answers.size());
  }

  private static Spread first(List<double[]> answers) {
    return new Spread(answers.stream().mapToDouble(answer -> answer[0]).toArray());
  }

  private static Spread later(List<double[]> answers) {
    return new Spread(
        answers.stream()
            .mapToDouble(answer -> Arrays.stream(answer).skip(1).average().orElseThrow())
            .toArray());
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private static void print(String what, Spread direct, Spread relay) {
    System.out.printf(
        "%-26s %9.3f %9.3f %9.3f %9.3f %12.3f %9.3f%n",
        what,
        direct.median(),
        direct.at(0.95),
        relay.median(),
        relay.at(0.95),
        relay.median() - direct.median(),
        relay.errorOfDifference(direct));
  }
}
