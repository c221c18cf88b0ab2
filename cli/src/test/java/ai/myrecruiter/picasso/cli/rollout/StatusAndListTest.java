package ai.myrecruiter.picasso.cli.rollout;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StatusAndListTest {
  private static final RolloutId LATER = new RolloutId("20261102-090000-aaaaaa");
  private final Backend backend = Backend.start();

  @AfterEach
  void close() {
    backend.close();
  }

  private static CommandRun picasso(String line) {
    return CommandRun.of(new TestShell(), line.split(" ", -1));
  }

  @Test
  void showsTheRolloutOfAnId() {
    backend.having(Records.rolledBack());
    backend.having(Records.accepted(LATER, at(3600)));

    var run = picasso("rollout status " + Records.ID);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith(Records.ID.value())
        .contains("rolled back: everything on version 2");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutAnIdShowsTheOneThatOwnsTheEnvironment() {
    backend.held(backend.having(Records.observing()));
    backend.having(Records.accepted(LATER, at(3600)));

    assertThat(picasso("rollout status").out()).startsWith(Records.ID.value());
  }

  @Test
  void withoutAnIdAndWithoutAnOwnerShowsTheLatest() {
    backend.having(Records.rolledBack());
    backend.having(Records.accepted(LATER, at(3600)));

    assertThat(picasso("rollout status").out()).startsWith(LATER.value());
  }

  @Test
  void givesTheWholeRecordAsDataWithoutTheTaskToken() {
    backend.having(Records.awaiting("secret-token", at(3625)));

    var run = picasso("rollout status -o json");

    assertThat(run.exit()).isZero();
    assertThat(run.json().path("status").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(run.json().path("weight").asDouble()).isEqualTo(10);
    assertThat(run.json().path("verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(run.json().at("/tests/0/candidate/requests").asLong()).isEqualTo(100);
    assertThat(run.json().at("/approval/stage").asText()).isEqualTo("half");
    assertThat(run.json().path("timeline")).hasSizeGreaterThan(5);
    assertThat(run.out()).doesNotContain("secret-token");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void saysHowLongTheFaultWasSeenBeforeTheAliasWasStable() {
    backend.having(Records.rolledBack());

    assertThat(picasso("rollout status").out())
        .contains("first fault seen at 08:00:05 UTC, all traffic on the old version")
        .containsPattern("4\\.0 s\\s+later");
    assertThat(picasso("rollout status -o json").json().path("secondsToStable").asDouble())
        .isEqualTo(4.0);
    assertThat(picasso("rollout list -o json").json().at("/0/secondsToStable").asDouble())
        .isEqualTo(4.0);
  }

  @Test
  void refusesAnIdThatIsNotKnown() {
    var run = picasso("rollout status 20261102-000000-ffffff");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("20261102-000000-ffffff is not known in staging")
        .contains("picasso rollout list");
  }

  @Test
  void refusesAnIdOfAnotherForm() {
    var run = picasso("rollout status UPPER");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("ID = UPPER: must be 3 to 64 lower-case");
  }

  @Test
  void saysWhenThereIsNoRolloutYet() {
    var status = picasso("rollout status");
    var list = picasso("rollout list");

    assertThat(status.exit()).isEqualTo(3);
    assertThat(status.err()).contains("There is no rollout in staging yet");
    assertThat(list.exit()).isZero();
    assertThat(list.err()).contains("There is no rollout in staging yet");
  }

  @Test
  void listsTheLatestFirst() {
    backend.having(Records.rolledBack());
    backend.having(Records.accepted(LATER, at(3600)));

    var run = picasso("rollout list");

    assertThat(run.out())
        .isEqualTo(
            """
            ID                      STATUS       STAGE  NEW  VERSIONS  STARTED (UTC)     BY   ENDED                          TO STABLE
            20261102-090000-aaaaaa  ACCEPTED     -      0 %  ? -> ?    2026-11-02 09:00  mia  -                              -
            20261102-080000-3fa9c1  ROLLED_BACK  first  0 %  2 -> 3    2026-11-02 08:00  mia  rolled back, decided by judge  4.0 s
            """);
  }

  @Test
  void listsAsDataAsManyAsAsked() {
    backend.having(Records.rolledBack());
    backend.having(Records.accepted(LATER, at(3600)));

    var all = picasso("rollout list -o json");
    var one = picasso("rollout list -o json --limit 1");

    assertThat(all.json()).hasSize(2);
    assertThat(all.json().at("/1/outcome/decidedBy").asText()).isEqualTo("JUDGE");
    assertThat(one.json()).hasSize(1);
    assertThat(one.json().at("/0/id").asText()).isEqualTo(LATER.value());
  }

  @Test
  void refusesALimitOutOfRange() {
    assertThat(picasso("rollout list --limit 0").err()).contains("--limit = 0: must be 1 to 1000");
    assertThat(picasso("rollout list --limit many").exit()).isEqualTo(2);
  }

  @Test
  void anEnvironmentThatIsNotDeployedIsUsage() {
    var run = picasso("rollout list --env production");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a table of this environment must exist").contains("--env");
  }
}
