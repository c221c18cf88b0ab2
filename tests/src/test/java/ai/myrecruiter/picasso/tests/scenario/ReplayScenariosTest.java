package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Picasso;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tasks.rollout.LookTable;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollouts of every ending, exported and judged again by {@code picasso judge replay}. */
final class ReplayScenariosTest {
  private static final String WITH_LATENCY =
      """
      name: timed
      alpha: 0.01
      targets: {effect: 3, latencyMillis: 100}
      stages:
        - {name: tenth, weight: 10, duration: 4m, look: 30s, onInconclusive: pass}
        - {name: half, weight: 50, duration: 4m, look: 30s, onInconclusive: pass}
      bake: {holdback: 5, duration: 4m, look: 30s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;

  private final Rehearsal rehearsal = Rehearsal.onDynamoDbLocal(1);
  @TempDir private Path folder;

  @AfterEach
  void close() {
    rehearsal.close();
  }

  private record Answer(int exit, String out, String err) {}

  private Answer replay(RolloutId id) throws IOException {
    var recorded = recorded(id).orElseThrow();
    assertThat(recorded.looks()).isNotEmpty();
    var file = folder.resolve(id + ".json");
    Files.writeString(file, Contracts.toNode(recorded).toPrettyString());
    return replay(file);
  }

  private static Answer replay(Path file) {
    var process = Shell.ofProcess();
    var out = new StringWriter();
    var err = new StringWriter();
    var shell =
        new Shell(
            process.in(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            process.terminal(),
            process.environment(),
            process.user(),
            process.clock(),
            process.pause(),
            process.random());
    var exit = Picasso.run(shell, "judge", "replay", file.toString());
    return new Answer(exit, out.toString(), err.toString());
  }

  private Optional<RecordedRollout> recorded(RolloutId id) {
    var looks = new LookTable(rehearsal.stage().dynamoDb(), "picasso-staging-rollouts");
    var rollout = rehearsal.rollout(id);
    return RecordedRollout.of(rollout, looks.list(rollout));
  }

  private void isTheSame(RolloutId id, String sentence) throws IOException {
    var answer = replay(id);
    assertThat(answer.out()).contains(sentence);
    assertThat(answer.err()).isEqualTo("Every look gives the answer that was recorded.\n");
    assertThat(answer.exit()).isZero();
  }

  private DecidedBy decidedBy(RolloutId id) {
    return rehearsal.rollout(id).outcome().map(Outcome::decidedBy).orElseThrow();
  }

  private RolloutId run(String plan, VersionFaults faults) {
    rehearsal.traffic(20);
    rehearsal.stage().faults().set(Rehearsal.FUNCTION, "2", faults);
    rehearsal.upload("two");
    var id = rehearsal.start(plan);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));
    return id;
  }

  @Test
  void promotedWithLatencyCompared() throws IOException {
    var id = run(WITH_LATENCY, VersionFaults.NONE);
    assertThat(rehearsal.rollout(id).outcome().orElseThrow().ending().name()).isEqualTo("PROMOTED");
    isTheSame(id, "PASS: Latency: no evidence against version 2");
  }

  @Test
  void rolledBackByTheJudgeForErrors() throws IOException {
    var id = run(Rehearsal.PLAN, VersionFaults.NONE.withErrorRate(0.3));
    assertThat(decidedBy(id)).isEqualTo(DecidedBy.JUDGE);
    isTheSame(id, "FAIL: Errors: version 2 fails more often than version 1");
  }

  @Test
  void rolledBackByTheJudgeForLatency() throws IOException {
    var id = run(WITH_LATENCY, VersionFaults.NONE.withLatency(Duration.ofMillis(500)));
    assertThat(decidedBy(id)).isEqualTo(DecidedBy.JUDGE);
    isTheSame(id, "FAIL: Latency: version 2 is slower than version 1");
  }

  @Test
  void rolledBackByAnAlarm() throws IOException {
    var id =
        run(
            Rehearsal.PLAN,
            VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    assertThat(decidedBy(id)).isEqualTo(DecidedBy.ALARM);
    isTheSame(id, "Rollout  " + id);
  }

  @Test
  void abortedByAPerson() throws IOException {
    rehearsal.traffic(20);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.PLAN);
    rehearsal.runFor(Duration.ofMinutes(2));
    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));
    assertThat(decidedBy(id)).isEqualTo(DecidedBy.PERSON);
    isTheSame(id, "Rollout  " + id);
  }

  @Test
  void aReleaseOfTwoFunctions() throws IOException {
    rehearsal.traffic(20);
    rehearsal.traffic(Rehearsal.STREAMING, 20);
    rehearsal.stage().faults().set(Rehearsal.STREAMING, "2", VersionFaults.NONE.withErrorRate(0.3));
    rehearsal.upload("two");
    rehearsal.upload(Rehearsal.STREAMING, "two");
    var id = rehearsal.startBoth(Rehearsal.PLAN);
    rehearsal.runToEnd(id);
    assertThat(decidedBy(id)).isEqualTo(DecidedBy.JUDGE);
    isTheSame(id, "FAIL: Errors: version 2 fails more often than version 1");
    var file = folder.resolve(id + ".json");
    var text = Files.readString(file);
    var changed = text.replaceFirst("(?s)(.*)\"FAIL\"(.*\"verdict\")", "$1\"PASS\"$2");
    assertThat(changed).isNotEqualTo(text);
    assertThat(replay(Files.writeString(file, changed)).exit()).isEqualTo(3);
  }

  /** A start that preflight refuses never looked at anything: there is nothing to export. */
  @Test
  void aRefusedStartHasNothingToReplay() {
    rehearsal.traffic(20);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.PLAN.replace("chat-errors", "no-such-alarm"));
    rehearsal.runToEnd(id);
    assertThat(recorded(id).map(RecordedRollout::looks).orElse(java.util.List.of())).isEmpty();
  }
}
