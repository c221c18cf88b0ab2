package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pictures of docs/canary.md are what the code gives; regenerate as the message says. */
final class CanaryPicturesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("picasso.root", "..")).resolve("docs/pictures");
  private static final int LOOKS = 60;
  private static final int REQUESTS = 1_000;
  private static final double HIGHEST = 1e5;

  @Test
  void evidenceOverTime() throws IOException {
    var picture =
        new Picture(
            "Evidence against the new version: 100 requests a second, 10 % on the new version",
            look -> look / LOOKS,
            e -> (Math.log10(Math.max(e, 0.01)) + 2) / 7);
    for (var minutes = 0; minutes <= 10; minutes += 2) {
      picture.xTick(minutes * 6, minutes + " min");
    }
    for (var e : List.of(0.01, 1.0, 100.0, 10_000.0)) {
      picture.yTick(e, e < 1 ? "0.01" : Words.number(e));
    }
    picture
        .xTitle("time in the stage, a look every 10 seconds; errors of the old version 0.5 %")
        .level(250, "#cf222e", "250: go back")
        .curve(evidence(1, 3), "#1a7f37", "healthy", 0)
        .curve(evidence(3, 3), "#9a6700", "3 x worse", -12)
        .curve(evidence(20, 3), "#8250df", "20 x worse: at the first look", 0);
    check("evidence.svg", picture.svg());
  }

  @Test
  void smallestEffectThatWouldHaveShown() throws IOException {
    var picture =
        new Picture(
            "What a stage is cleared down to",
            errors -> Math.log10(errors / 10) / 3,
            effect -> Math.log(effect) / Math.log(100));
    for (var errors : List.of(10, 100, 1_000, 10_000)) {
      picture.xTick(errors, Words.count(errors));
    }
    for (var effect : List.of(1.0, 3.0, 10.0, 30.0, 100.0)) {
      picture.yTick(effect, "x " + Words.number(effect));
    }
    picture
        .xTitle("errors seen in the stage, on both versions together")
        .level(3, "#cf222e", "the plan asks for x 3")
        .curve(cleared(0.01), "#8250df", "1 % on the new", -6)
        .curve(cleared(0.1), "#0969da", "10 %", -3)
        .curve(cleared(0.5), "#1a7f37", "50 %", 10);
    check("cleared.svg", picture.svg());
  }

  private static List<double[]> evidence(double odds, long seed) {
    var random = Property.random(seed);
    var process = ErrorProcess.START;
    var points = new ArrayList<double[]>();
    points.add(new double[] {0, 1});
    for (var look = 1; look <= LOOKS; look++) {
      var counts = new long[4];
      for (var i = 0; i < REQUESTS; i++) {
        var isNew = random.nextDouble() < 0.1;
        var worse = odds * 0.005 / (0.995 + odds * 0.005);
        counts[isNew ? 1 : 0]++;
        counts[isNew ? 3 : 2] += random.nextDouble() < (isNew ? worse : 0.005) ? 1 : 0;
      }
      process = process.observe(new Block(counts[0], counts[1], counts[2], counts[3]));
      points.add(new double[] {look, Math.min(HIGHEST, LogSpace.exp(process.logE()))});
      if (process.logE() >= Math.log(250)) {
        return points;
      }
    }
    return points;
  }

  private static List<double[]> cleared(double share) {
    var points = new ArrayList<double[]>();
    for (var step = 0; step <= 60; step++) {
      var errors = 10 * Math.pow(10, step / 20.0);
      MinimumDetectableEffect.smallest(
              w -> MinimumDetectableEffect.information(w, errors, share), 0.004)
          .filter(w -> w <= 100)
          .ifPresent(w -> points.add(new double[] {errors, w}));
    }
    return points;
  }

  private static void check(String name, String svg) throws IOException {
    var file = DOCS.resolve(name);
    if (Boolean.getBoolean("picasso.regenerate")) {
      Files.createDirectories(DOCS);
      Files.writeString(file, svg);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as(
            "%s is not current: mvn -pl workflows test -Dtest=CanaryPicturesTest"
                + " -Dpicasso.regenerate=true",
            file)
        .isEqualTo(svg);
  }
}
