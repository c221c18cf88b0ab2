package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.output.Redraw;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.cli.view.LiveShow;
import ai.myrecruiter.picasso.cli.view.PlainShow;
import ai.myrecruiter.picasso.cli.view.RolloutView;
import ai.myrecruiter.picasso.cli.view.Show;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the commands about rollouts share: how they show one. */
record Context(Shell shell, Settings settings) {
  /** One rollout as a whole. */
  void print(Rollout rollout) {
    settings.printer().print(RolloutData.of(rollout), lines(rollout));
  }

  private List<String> lines(Rollout rollout) {
    return view().lines(rollout, Optional.empty(), shell.clock().instant());
  }

  /** Shows a rollout again and again as it goes on. */
  Consumer<Rollout> follow() {
    var show = show();
    return rollout -> show.show(rollout, Optional.empty(), shell.clock().instant());
  }

  private Show show() {
    return shell.terminal().interactive()
        ? new LiveShow(view(), new Redraw(shell.out()))
        : new PlainShow(this::printLine);
  }

  /** Ends the command when nobody reads any more, as in {@code picasso rollout watch | head}. */
  private void printLine(String line) {
    shell.out().println(line);
    if (shell.out().checkError()) {
      throw CommandEnd.failed("Standard output was closed. The rollout goes on.");
    }
  }

  private RolloutView view() {
    return new RolloutView(settings.style(), shell.terminal().width());
  }
}
