package ai.myrecruiter.picasso.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.RecordedLooks;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayCommandTest {
  @TempDir private Path folder;

  @Test
  void confirmsAFaithfulRecord() throws IOException {
    var run = replay(record(), "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("Every look gives the answer that was recorded.\n");
    assertThat(run.json().path("same").asBoolean()).isTrue();
    assertThat(run.json().at("/last/action").asText()).isEqualTo("FAIL");
  }

  @Test
  void namesTheLookAndTheTestOfADifference() throws IOException {
    var run = replay(record().replace("\"errors\":31", "\"errors\":1"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("0-1 +errors +FAIL e=[0-9.eE+]+ +INCONCLUSIVE e=[0-9.]+")
        .containsPattern("0-1 +decision +FAIL +CONTINUE");
  }

  @Test
  void refusesABadFileWithPathValueRuleAndFix() throws IOException {
    assertThat(replay("{}").err()).contains("$.").contains("must be there");
    assertThat(replay("not json").exit()).isEqualTo(2);
    var negative = replay(record().replace("\"errors\":31", "\"errors\":-31"));
    assertThat(negative.exit()).isEqualTo(2);
    assertThat(negative.err())
        .contains("must be a sum from 0 to 1000000000000000; read the metrics again");
    var missing =
        CommandRun.of(new TestShell(), "judge", "replay", folder.resolve("no.json").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("must exist; give a file written by picasso rollout export");
  }

  /** Nothing judged is not "the same". */
  @Test
  void refusesARecordWithoutALook() throws IOException {
    var run = replay(record().replaceFirst("\"looks\":\\[.*\\],\"plan\"", "\"looks\":[],\"plan\""));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("has no look in the record: nothing was judged");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesFilesThatAreNoText() throws IOException {
    var file = folder.resolve("looks.json");
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'});
    var bytes = CommandRun.of(new TestShell(), "judge", "replay", file.toString());
    assertThat(bytes.exit()).isEqualTo(2);
    assertThat(bytes.err()).contains("must be UTF-8 text");
    assertThat(replay("").err()).contains("$ = nothing: must be a JSON object");
    assertThat(replay("{\"a\":".repeat(5_000)).exit()).isEqualTo(2);
    assertThat(replay(record() + "{}").err()).contains("Trailing token found after value: must be");
    assertThat(replay("\uFEFF" + record()).exit()).isZero();
    var named = CommandRun.of(new TestShell(), "judge", "replay", folder.toString());
    assertThat(named.err()).contains("must be a file, not a directory");
  }

  private CommandRun replay(String text, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("looks.json"), text);
    var arguments = new ArrayList<>(List.of("judge", "replay", file.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(new TestShell(), arguments.toArray(String[]::new));
  }

  /** Each bad value is named by its path, with the rule that it breaks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "test":"errors"    | "test":"luck"        | must be one of errors, objective, latency, throttles, routing
          "weight":10        | "weight":20          | must be the weight of its stage: 10.0
          "weight":10        | "weight":100         | must be a percentage above 0 and below 100
          "requests":900     | "requests":-900      | $.looks[0].sums.stable.requests = -900: must be a sum from 0 to
          "requests":900     | "requests":NaN       | $
          "requests":900     | "requests":1e300     | $
          "sequence":1       | "sequence":2         | must be 1, the look's place in the list
          "stage":0          | "stage":9            | must be at most the number of stages
          "planDigest":"     | "planDigest":"0      | must be the digest of the plan in the file
          "format":"picasso  | "format":"somebody   | must be picasso-looks/1
          """)
  void refusesABadValue(String good, String bad, String rule) throws IOException {
    assertThat(record()).contains(good);
    var run = replay(record().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("$").contains(rule);
    assertThat(run.out()).isEmpty();
  }

  /** An answer that was changed, or an action, is a difference, whatever the counts. */
  @Test
  void findsAChangedAnswer() throws IOException {
    var verdict = replay(record().replaceFirst("\"verdict\":\"FAIL\"", "\"verdict\":\"PASS\""));
    assertThat(verdict.exit()).isEqualTo(3);
    assertThat(verdict.err()).isNotEmpty();
    var action = replay(record().replaceFirst("\"action\":\"FAIL\"", "\"action\":\"PASS\""));
    assertThat(action.exit()).isEqualTo(3);
  }

  private static String record() {
    return Contracts.write(RecordedLooks.rollout());
  }
}
