package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script of the whole command. */
@Command(
    name = "generate-completion",
    description =
        "Print the completion script for bash and zsh: source <(picasso generate-completion)")
final class CompletionCommand implements Callable<Integer> {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var root = spec.root();
    shell.out().print(AutoComplete.bash(root.name(), root.commandLine()));
    shell.out().flush();
    return ExitStatus.OK.code();
  }
}
