package ai.myrecruiter.picasso.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanReaderTest {
  private static final String SMALLEST =
      """
      name: smallest
      stages: [{name: only, weight: 1, duration: 10m}]
      bake: {holdback: 5, duration: 10m}
      alarms: [chat-errors]
      """;

  @Test
  void completesADocumentWithDefaults() {
    var plan = PlanReader.read(SMALLEST).orThrow();
    assertThat(plan.alpha()).isEqualTo(0.01);
    assertThat(plan.targets()).isEqualTo(new Targets(3, 0.01, Optional.empty()));
    var only = plan.stages().getFirst();
    assertThat(only.maxDuration()).isEqualTo(Duration.ofMinutes(10));
    assertThat(only.look()).isEqualTo(Duration.ofSeconds(10));
    assertThat(only.onInconclusive()).isEqualTo(OnInconclusive.HOLD);
    assertThat(only.approval()).isEmpty();
  }

  @Test
  void completesAnApprovalWithTheStandard() {
    var text = SMALLEST.replace("10m}]", "10m, approval: {}}]");
    assertThat(PlanReader.read(text).orThrow().stages().getFirst().approval())
        .isEqualTo(Optional.of(Approval.STANDARD));
  }

  @Test
  void readsAByteOrderMark() {
    assertThat(PlanReader.read("\uFEFF" + SMALLEST)).isInstanceOf(PlanReading.Accepted.class);
  }

  @Test
  void refusesAnEmptyDocument() {
    for (var text : List.of("", " \n ", "---\n", "---\n...\n", "~", "null", "\uFEFF")) {
      assertThat(findings(text)).as("'" + text + "'").hasSize(1);
    }
  }

  @Test
  void refusesATooLargeDocumentWithoutLookingInside() {
    var tenMegabytes = "[".repeat(10_000_000);
    assertThat(findings(tenMegabytes))
        .containsExactly(
            new Finding("$", "10000000 characters", "must be at most 256 KiB", "send a plan only"));
    var wide = "#" + "\u20ac".repeat(100_000) + "\n" + SMALLEST;
    assertThat(findings(wide).getFirst().rule()).isEqualTo("must be at most 256 KiB");
    var padded = SMALLEST + "#" + "x".repeat(256 * 1024 - SMALLEST.length() - 1);
    assertThat(PlanReader.read(padded)).isInstanceOf(PlanReading.Accepted.class);
    assertThat(findings(padded + "x")).hasSize(1);
  }

  @Test
  void refusesADeepDocument() {
    for (var text : List.of("[".repeat(100_000), "{\"a\":".repeat(10_000), "- ".repeat(5_000))) {
      assertThat(findings(text)).hasSize(1);
      assertThat(findings(text).getFirst().rule()).isEqualTo("must be nested at most 20 deep");
    }
  }

  @Test
  void neverUnfoldsAliases() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (var i = 1; i < 60; i++) {
      bomb.append("a%s: &a%s [*a%s, *a%s]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(findings(bomb.toString()))
        .hasSize(101)
        .anyMatch(finding -> finding.rule().equals("must not be a YAML alias"));
  }

  @Test
  void saysWhereTheSyntaxBreaks() {
    assertThat(findings("{\"name\": \"a\",\n  \"stages\": nope}").getFirst().value())
        .startsWith("line 2, column 13: Unrecognized token 'nope'");
    assertThat(findings("name: [a\nb: c").getFirst().value()).startsWith("line 2, column");
    assertThat(findings("name: a\u0000").getFirst().rule()).isEqualTo("must be YAML or JSON");
  }

  @Test
  void boundsTheNumberOfFindings() {
    var text = new StringBuilder(SMALLEST);
    for (var i = 0; i < 5_000; i++) {
      text.append("unknown").append(i).append(": 1\n");
    }
    var findings = findings(text.toString());
    assertThat(findings).hasSize(101);
    assertThat(findings.getLast().value()).isEqualTo("4900 more findings");
  }

  @Test
  void throwsAllFindingsOnRequest() {
    assertThatThrownBy(() -> PlanReader.read("name: X\n").orThrow())
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.findings()).hasSizeGreaterThan(3));
  }

  /** Damaged documents are refused or accepted, and never anything else. */
  @Test
  void survivesAnyDamage() {
    var junk = "{}[]:,-&*!|>%@`\"'#\n\t \\0~?<=.e+\u0000\u2028\ud800azAZ";
    Property.holds(
        PlanReaderTest.class,
        3_000,
        random -> {
          var text = new StringBuilder(Plans.random(random).canonicalJson());
          if (random.nextBoolean()) {
            text = new StringBuilder(SMALLEST);
          }
          for (var i = random.nextInt(1, 6); i > 0; i--) {
            var at = random.nextInt(text.length());
            var letter = junk.charAt(random.nextInt(junk.length()));
            switch (random.nextInt(3)) {
              case 0 -> text.setCharAt(at, letter);
              case 1 -> text.insert(at, letter);
              default -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 20)));
            }
          }
          var reading = PlanReader.read(text.toString());
          if (reading instanceof PlanReading.Refused(var findings)) {
            assertThat(findings).isNotEmpty();
          }
        });
  }

  private static List<Finding> findings(String text) {
    return switch (PlanReader.read(text)) {
      case PlanReading.Accepted(var plan) -> throw new AssertionError("accepted " + plan);
      case PlanReading.Refused(var findings) -> findings;
    };
  }
}
