package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The plan of the demonstration. */
final class DemoPlan {
  private static final String RESOURCE = "/ai/myrecruiter/picasso/cli/demo-plan.yaml";

  private DemoPlan() {}

  static Plan read() {
    try (var in = Objects.requireNonNull(DemoPlan.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return PlanReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read; build again", e);
    }
  }
}
