package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Cold starts of the streaming function's package, side by side in rounds: plain, with an AOT
 * cache, and restored after it primed itself. Prints medians and their ratios to plain.
 */
public final class StartTimes {
  private static final String PLAIN = "plain";
  private static final ModelAnswer ANSWER =
      ModelAnswer.whole(List.of("From", " eight", " to", " six."), Duration.ZERO, Duration.ZERO);

  private StartTimes() {}

  private interface Measured {
    Start.Took run() throws Exception;
  }

  /**
   * Measures.
   *
   * @param args folder of the package, folder of a second copy for the AOT cache, rounds
   */
  @SuppressWarnings("SystemOut") // a command's answer
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[2]);
    try (var services = new Services(call -> ANSWER)) {
      var plain = new Start(services, Path.of(args[0]));
      var cached = new Start(services, Path.of(args[1]));
      cached.train();
      var kinds = new LinkedHashMap<String, Measured>();
      kinds.put(PLAIN, plain::cold);
      kinds.put("AOT cache", cached::cold);
      kinds.put("primed, from restore", plain::primed);
      System.out.print(table(measured(kinds, rounds)));
    }
    System.exit(0); // DynamoDB Local leaves threads behind
  }

  private static Map<String, List<Start.Took>> measured(Map<String, Measured> kinds, int rounds)
      throws Exception {
    var took = new LinkedHashMap<String, List<Start.Took>>();
    for (int round = 0; round <= rounds; round++) {
      for (var kind : kinds.entrySet()) {
        var one = kind.getValue().run();
        if (round > 0) { // the first warms the services and the page cache
          took.computeIfAbsent(kind.getKey(), key -> new ArrayList<>()).add(one);
        }
      }
    }
    return took;
  }

  private static String table(Map<String, List<Start.Took>> took) {
    var table = new StringBuilder();
    table.append(
        "%-22s %10s %10s %12s %10s%n"
            .formatted("spawn to first token", "median ms", "plain / it", "processor ms", "ratio"));
    var plain = took.getOrDefault(PLAIN, List.of());
    took.forEach((kind, starts) ->
        table.append(
            "%-22s %10.0f %10.2f %12.0f %10.2f%n"
                .formatted(
                    kind,
                    median(starts, Start.Took::wall),
                    median(plain, Start.Took::wall) / median(starts, Start.Took::wall),
                    median(starts, Start.Took::processor),
                    median(plain, Start.Took::processor) / median(starts, Start.Took::processor))));
    return table.toString();
  }

  private static double median(List<Start.Took> starts, Function<Start.Took, Duration> which) {
    var sorted = Stream.of(starts.toArray(Start.Took[]::new)).map(which).sorted().toList();
    int middle = sorted.size() / 2;
    var upper = sorted.get(middle);
    var lower = sorted.get((sorted.size() - 1) / 2);
    return upper.plus(lower).toNanos() / 2e6;
  }
}
