package ai.myrecruiter.picasso.infra;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates of production as they were last reviewed. Digests of code, and what is made of
 * them, are left out: they change with every build.
 */
final class TemplateSnapshotTest {
  @ParameterizedTest
  @ValueSource(strings = {"data", "payload", "observability", "workflows", "triggers", "audit"})
  void isTheOneThatWasReviewed(String stack) {
    var text = SynthesizedApp.template("picasso-production-" + stack).toPrettyString();
    Golden.check(
        "infra/src/test/resources/templates/" + stack + ".json",
        text.replaceAll("CurrentVersion[0-9A-F]{8}[0-9a-f]{32}", "CurrentVersion")
                .replaceAll("[0-9a-f]{64}\\.(jar|zip)", "DIGEST.$1")
            + "\n");
  }
}
