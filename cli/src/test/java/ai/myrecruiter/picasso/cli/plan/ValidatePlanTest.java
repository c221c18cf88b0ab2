package ai.myrecruiter.picasso.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidatePlanTest {
  private static final String SMALL =
      """
      name: small
      stages:
        - {name: one, weight: 10, duration: 1m, approval: {}}
      bake: {holdback: 5, duration: 1m}
      alarms: [chat-errors]
      """;

  @TempDir Path folder;

  private CommandRun validate(Path file, String... more) {
    var arguments = new String[3 + more.length];
    arguments[0] = "plan";
    arguments[1] = "validate";
    arguments[2] = file.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(new TestShell(), arguments);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.yaml"), text);
  }

  @Test
  void showsTheStagesAndTheDigestOfALegalPlan() throws IOException {
    var run = validate(file(SMALL));

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("The plan is valid.\n");
    assertThat(run.out().replaceFirst("[0-9a-f]{64}", "DIGEST"))
        .isEqualTo(
            """
            Plan    small
            Digest  DIGEST
            Budget  false rollbacks at most 0.01 of 1, odds ratio to see 3
            Keeps   error rate at most 1.0 %
            Alarms  chat-errors

            STAGE  WEIGHT  SHORTEST  LONGEST  LOOK  UNDECIDED  APPROVAL
            one    10 %    1m        1m       10s   hold       within 1h, else reject; not the starter
            bake   95 %    1m        1m       10s   hold       -
            """);
  }

  @Test
  void givesALegalPlanAsDataWithItsDefaults() throws IOException {
    var run = validate(file(SMALL), "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.json().path("valid").asBoolean()).isTrue();
    assertThat(run.json().path("digest").asText()).matches("[0-9a-f]{64}");
    assertThat(run.json().at("/plan/stages/0/look").asText()).isEqualTo("10s");
  }

  @Test
  void saysWhatEachStageSeesAtATraffic() throws IOException {
    var run = validate(file(SMALL), "--rps", "5000", "--error-rate", "0.01");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("At 5000 requests a second, 1.0 % of them failing")
        .containsPattern("one +30,000 +3,000 +x 1\\.[0-9] +x 1\\.[0-9] +passes on evidence");
  }

  @Test
  void refusesAPlanThatCannotSeeWhatItPromisesWithTheNumber() throws IOException {
    var run = validate(file(SMALL), "--rps", "10");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .containsPattern(
            "\\$.targets.effect = 3: must be an effect that the plan can see: at 10 requests a"
                + " second with 0.1 % errors the smallest is (x [0-9.,]+|nothing); ");
    assertThat(run.err()).isEqualTo("The plan is refused: 1 finding.\n");
    var needed =
        Pattern.compile("from about ([0-9]+) requests a second on it sees it").matcher(run.out());
    assertThat(needed.find()).isTrue();
    assertThat(validate(file(SMALL), "--rps", needed.group(1)).exit()).isZero();
    var fewer = Double.toString(0.8 * Double.parseDouble(needed.group(1)));
    assertThat(validate(file(SMALL), "--rps", fewer).exit()).isEqualTo(2);
    var json = validate(file(SMALL), "--rps", "10", "-o", "json").json();
    assertThat(json.path("valid").asBoolean()).isFalse();
    assertThat(json.at("/sights/0/stage").asText()).isEqualTo("one");
  }

  @Test
  void refusesAPlanWhoseAlarmRingsByTheErrorsThatHappenAnyway() throws IOException {
    var run = validate(file(SMALL), "--rps", "5000", "--error-rate", "0.05");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .containsPattern(
            "\\$.alarms\\[0\\] = chat-errors: must be an alarm that the errors which happen anyway do"
                + " not ring: it rings above 5 % in staging, and minutes differ; set"
                + " thresholds.errorPercent in environments/staging.yaml to [0-9.]+ or more");
    assertThat(validate(file(SMALL.replace("chat-errors", "own")), "--rps", "5000").exit())
        .isZero();
  }

  @Test
  void refusesTrafficThatCannotBe() throws IOException {
    assertThat(validate(file(SMALL), "--rps", "-1").exit()).isEqualTo(2);
    assertThat(validate(file(SMALL), "--rps", "NaN").exit()).isEqualTo(2);
    assertThat(validate(file(SMALL), "--rps", "1", "--error-rate", "2").exit()).isEqualTo(2);
    assertThat(validate(file(SMALL), "--rps", "many").err())
        .isEqualTo("picasso: --rps = many: must be a number; write it like 0.5\n");
    assertThat(validate(file(SMALL), "--rps", "5000", "--error-rate", "1%").exit()).isZero();
    assertThat(validate(file(SMALL), "--rps", "5000", "--error-rate", "").err())
        .contains("--error-rate = nothing: must be a number");
    var alone = validate(file(SMALL), "--error-rate", "0.1");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("--error-rate = 0.1: needs --rps; ");
  }

  @Test
  void reportsEveryFindingWithPathValueRuleAndFix() throws IOException {
    var run = validate(file(SMALL.replace("weight: 10", "weight: 140").replace("alarms", "alarm")));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("$.stages[0].weight = 140: must be a number of percent from 0.1 to 99; ")
        .contains("$.alarm");
    assertThat(run.out().lines().count()).isGreaterThan(1);
    assertThat(run.err()).contains("The plan is refused: ");
  }

  @Test
  void givesFindingsAsData() throws IOException {
    var run = validate(file(SMALL.replace("weight: 10", "weight: 140")), "-o", "json");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.json().path("valid").asBoolean()).isFalse();
    assertThat(run.json().at("/findings/0/path").asText()).isEqualTo("$.stages[0].weight");
    assertThat(run.json().at("/findings/0/fix").asText()).isNotEmpty();
  }

  @Test
  void refusesAFileThatIsMissing() {
    var run = validate(folder.resolve("absent.yaml"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("absent.yaml: must exist; give the path");
  }

  @Test
  void refusesADirectory() {
    var run = validate(folder);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("must be a file, not a directory");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    var run = validate(file(""));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("must be a plan");
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    var binary = Files.write(folder.resolve("plan.bin"), new byte[] {(byte) 0xc3, 0x28, 0x00});

    var run = validate(binary);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("must be UTF-8 text");
  }

  @Test
  void refusesAFileOfTenMegabytesWithoutReadingItAll() throws IOException {
    var large = folder.resolve("large.yaml");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(10L * 1024 * 1024);
    }

    var run = validate(large);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("must be at most 256 KiB");
  }

  @Test
  void refusesAnEndlessFile() {
    assertThat(validate(Path.of("/dev/zero")).out()).contains("must be at most 256 KiB");
  }

  @Test
  void refusesAFileThatCannotBeRead() {
    var run = validate(Path.of("/proc/self/mem"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("must be readable");
  }

  @Test
  void asksForTheFile() {
    var run = CommandRun.of(new TestShell(), "plan", "validate");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("FILE").contains("picasso plan validate --help");
  }
}
