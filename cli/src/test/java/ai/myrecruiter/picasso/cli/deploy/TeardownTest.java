package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.workflows.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An environment that is taken away. */
final class TeardownTest {
  private final StagedCommands staged = StagedCommands.deployed(Environment.STAGING);

  @AfterEach
  void close() {
    staged.close();
  }

  @Test
  void saysWhatWouldStayAndDeletesNothingOnADryRun() {
    var run = staged.run("teardown", "--dry-run");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("To be deleted, in this order:").contains("stays");
    assertThat(staged.status("audit")).contains("CREATE_COMPLETE");
  }

  @Test
  void goesOnAfterADeletionThatFailed() {
    staged.faults().atCall("AWS::Lambda::Alias", ResourceOperation.DELETE, 1, "in use");
    var terminal = new Terminal(true, false, 100);
    var failed = staged.run(staged.shell("mia").on(terminal).typing("staging\n"), "teardown");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.err()).contains("DELETE_FAILED").contains("in use");
    assertThat(staged.status("payload")).contains("DELETE_FAILED");
    var on = staged.run("teardown", "--confirm", "staging");
    assertThat(on.exit()).as(on.err()).isZero();
    assertThat(staged.status("payload")).isEmpty();
    assertThat(staged.status("data")).isEmpty();
  }

  @Test
  void refusesAProtectedStack() {
    staged
        .stage()
        .cloudFormation()
        .updateTerminationProtection(
            it -> it.stackName("picasso-staging-data").enableTerminationProtection(true));
    var run = staged.run("teardown", "--confirm", "staging");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("must not be protected from deletion");
    assertThat(staged.status("audit")).contains("CREATE_COMPLETE");
  }
}
