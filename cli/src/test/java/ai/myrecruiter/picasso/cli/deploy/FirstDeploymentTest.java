package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An environment that is made on an empty account, and taken away again. */
final class FirstDeploymentTest {
  private final StagedCommands staged = StagedCommands.empty(Environment.STAGING);

  @AfterEach
  void close() {
    staged.close();
  }

  @Test
  void makesAllStacksAndAsksWhetherTheyAreWell() {
    var run = staged.run("deploy", "--yes");
    System.out.println(run.exit() + "\nOUT\n" + run.out() + "\nERR\n" + run.err());
    assertThat(run.exit()).isZero();
  }
}
