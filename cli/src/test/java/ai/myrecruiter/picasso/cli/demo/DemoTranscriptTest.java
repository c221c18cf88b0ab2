package ai.myrecruiter.picasso.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Golden;
import ai.myrecruiter.picasso.cli.TestClock;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.aws.Clients;
import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.local.Releases;
import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.cli.view.PlainShow;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.traffic.VirtualTraffic;
import ai.myrecruiter.picasso.workflows.Environment;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demonstration on the virtual clock, where a minute passes in a moment and repeats. */
final class DemoTranscriptTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final double REQUESTS_PER_SECOND = 60;

  private record Played(List<String> lines, DemoReport report) {}

  private static Played play(long seed) throws IOException, InterruptedException {
    var files = BuiltFiles.find(BuiltFiles.root());
    var loop = new VirtualLoop(START, seed);
    try (var stage = Stage.open(loop, StageSettings.silent(files.assembly()))) {
      var random = new SplittableRandom(seed);
      var traffic =
          new VirtualTraffic(
              loop,
              stage.invoker(),
              DemoStage.FUNCTION + ":" + DemoStage.ALIAS,
              REQUESTS_PER_SECOND,
              random);
      traffic.start();
      var lines = new ArrayList<String>();
      var clients = new Clients(stage.sfn(), stage.dynamoDb());
      var demo =
          new DemoStage(
              stage,
              new Deployment(Environment.STAGING, clients),
              new Releases(stage, DemoStage.FUNCTION, files.payload()),
              traffic::served);
      var shell = new TestShell().at(new TestClock(loop::now, loop::runFor)).shell();
      var run = new DemoRun(demo, shell, DemoPlan.read(), () -> new PlainShow(lines::add));
      var reports = new ArrayList<ScenarioReport>();
      for (var scenario : Scenario.ALL) {
        lines.add("");
        lines.add("%s; it %s.".formatted(scenario.title(), scenario.expected().words()));
        reports.add(run.run(scenario));
      }
      return new Played(lines, DemoReport.of(reports));
    }
  }

  @Test
  void allThreeEndAsTheyShould() throws IOException, InterruptedException {
    var played = play(1);

    assertThat(played.report().scenarios()).allMatch(scenario -> scenario.problems().isEmpty());
    Golden.checkOutline("docs/demo.md", page(played), DemoTranscriptTest::outline);
  }

  /** Without looks, without numbers, and without line breaks: what happened, in which words. */
  private static String outline(String page) {
    return page.lines()
        .filter(line -> !line.matches("[0-9:]+  (OBSERVING|BAKING) .*(evidence|Errors|verdict).*"))
        .collect(Collectors.joining(" "))
        .replaceAll("[0-9][0-9,.:]*", "#")
        .replaceAll("\\s+", " ");
  }

  private static String page(Played played) {
    var lines = new ArrayList<String>();
    lines.add("# What `./picasso demo` shows");
    lines.add("");
    lines.add(
        "Three releases of a function on the local stage, as plain lines. This transcript is made"
            + " by a test on a virtual");
    lines.add(
        "clock; `./picasso demo` does the same on the real clock with real HTTP requests, with a"
            + " live view on a terminal.");
    lines.add("");
    lines.add("```");
    lines.addAll(played.lines().subList(1, played.lines().size()));
    lines.addAll(played.report().lines(Style.PLAIN, 100));
    lines.add("```");
    return String.join("\n", lines) + "\n";
  }

  @Test
  void theSameSeedGivesTheSameTranscript() throws IOException, InterruptedException {
    assertThat(play(2)).isEqualTo(play(2));
  }
}
