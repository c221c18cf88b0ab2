package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.aws.Clients;
import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.local.LiveStage;
import ai.myrecruiter.picasso.cli.local.Releases;
import ai.myrecruiter.picasso.cli.local.StageEndpoints;
import ai.myrecruiter.picasso.cli.local.StagePorts;
import ai.myrecruiter.picasso.cli.output.Redraw;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.cli.view.LiveShow;
import ai.myrecruiter.picasso.cli.view.PlainShow;
import ai.myrecruiter.picasso.cli.view.RolloutView;
import ai.myrecruiter.picasso.cli.view.Show;
import ai.myrecruiter.picasso.local.traffic.HttpTraffic;
import ai.myrecruiter.picasso.workflows.Environment;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the product's main job on a stage of its own, in about a minute. */
@Command(
    name = "demo",
    description =
        "Run three releases on a local stage in about a minute: a healthy one, one that fails, one"
            + " that trips an alarm. Exit 0 only if all end as they should. Needs no account.")
public final class DemoCommand implements Callable<Integer> {
  /** Conversations that go on at once. */
  private static final int SESSIONS = 8;

  private static final int REQUESTS_PER_SECOND = 60;
  private static final long MOST_REQUESTS = 60_000;
  private final Shell shell;
  private final Settings settings;

  @Option(names = "--plain", description = "Plain lines, also on a terminal.")
  private boolean plain;

  /** The command in a shell. */
  public DemoCommand(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var files = BuiltFiles.find(BuiltFiles.root());
    shell.say("Setting a stage up from the synthesized template ...");
    try (var live = LiveStage.open(files, StagePorts.ANY, false, shell::say)) {
      var endpoints = live.endpoints();
      var url = endpoints.functionUrl().orElseThrow();
      try (var clients = clients(endpoints);
          var traffic = new HttpTraffic(url, shell.clock(), MOST_REQUESTS, SESSIONS)) {
        traffic.start(REQUESTS_PER_SECOND);
        shell.say("%s requests a second go to %s.".formatted(REQUESTS_PER_SECOND, url));
        var stage =
            new DemoStage(
                live.stage(),
                new Deployment(Environment.STAGING, clients),
                new Releases(live.stage(), DemoStage.FUNCTION, files.payload()),
                traffic::served);
        return report(run(stage)).code();
      }
    }
  }

  private static Clients clients(StageEndpoints endpoints) {
    return Clients.local(endpoints.sfn(), endpoints.dynamoDb());
  }

  private DemoReport run(DemoStage stage) throws InterruptedException {
    var run = new DemoRun(stage, shell, DemoPlan.read(), this::show);
    var reports = new ArrayList<ScenarioReport>();
    for (var scenario : Scenario.ALL) {
      shell.say("");
      shell.say("%s; it %s.".formatted(scenario.title(), scenario.expected().words()));
      reports.add(run.run(scenario));
    }
    return DemoReport.of(reports);
  }

  private Show show() {
    if (settings.printer().isJson()) {
      return new PlainShow(shell::say);
    }
    return shell.terminal().interactive() && !plain
        ? new LiveShow(
            new RolloutView(settings.style(), shell.terminal().width()), new Redraw(shell.out()))
        : new PlainShow(line -> {
          shell.out().println(line);
          shell.out().flush();
        });
  }

  private ExitStatus report(DemoReport report) {
    settings.printer().print(report, report.lines(settings.style(), shell.terminal().width()));
    return report.ok() ? ExitStatus.OK : ExitStatus.FAILURE;
  }
}
