package ai.myrecruiter.picasso.infra.nag;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.Golden;
import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.infra.nag.Suppression.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packs AwsSolutions and HIPAA Security over every stack of every environment. */
final class NagFindingsTest {
  private static final Set<String> SETTLED = Set.of("Compliant", "N/A");

  private static List<String> reports(String environment) throws IOException {
    try (var files = Files.list(SynthesizedApp.output())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains("-picasso-" + environment + "-"))
          .filter(name -> name.endsWith("NagReport.json"))
          .sorted()
          .toList();
    }
  }

  private static List<Finding> lines(String environment) throws IOException {
    var lines = new ArrayList<Finding>();
    for (var report : reports(environment)) {
      for (var line : SynthesizedApp.read(report).path("lines")) {
        lines.add(
            new Finding(
                line.path("ruleId").asText(),
                line.path("resourceId").asText().replace("picasso-" + environment + "-", ""),
                line.path("compliance").asText()));
      }
    }
    return lines;
  }

  private static List<Finding> findings(String environment) throws IOException {
    return lines(environment).stream().filter(it -> !SETTLED.contains(it.compliance())).toList();
  }

  @Test
  void ranBothPacksOverEveryStack() throws IOException {
    for (var environment : List.of("staging", "production")) {
      assertThat(reports(environment)).hasSize(12);
      assertThat(lines(environment)).hasSizeGreaterThan(300);
    }
  }

  @Test
  void findsNothingThatIsNotExplained() throws IOException {
    for (var environment : List.of("staging", "production")) {
      assertThat(findings(environment))
          .filteredOn(finding -> Suppression.ALL.stream().noneMatch(it -> it.covers(finding)))
          .as("unexplained in %s: correct the stack, or explain it in Suppression", environment)
          .isEmpty();
    }
  }

  @Test
  void explainsNothingThatIsNotFound() throws IOException {
    for (var environment : List.of("staging", "production")) {
      var found = findings(environment);
      for (var suppression : Suppression.ALL) {
        assertThat(found)
            .as("%s in %s", suppression.rule(), environment)
            .filteredOn(suppression::covers)
            .extracting(Finding::resource)
            .containsAll(suppression.resources());
      }
    }
  }

  @Test
  void explainsARuleOnceForAResource() {
    var seen = new HashSet<String>();
    for (var suppression : Suppression.ALL) {
      for (var resource : suppression.resources()) {
        assertThat(seen.add(suppression.rule() + " " + resource)).as(resource).isTrue();
      }
    }
  }

  @Test
  void namesForEverySuppressionAReasonAndAControlThatExists() {
    assertThat(Suppression.ALL)
        .allSatisfy(suppression -> {
          assertThat(suppression.reason()).hasSizeGreaterThan(60);
          assertThat(SynthesizedApp.root().resolve(suppression.control()))
              .as(suppression.rule())
              .isRegularFile();
          assertThat(suppression.resources())
              .isNotEmpty()
              .as("narrow: names of resources, no patterns")
              .allMatch(resource -> resource.matches("[a-z]+(/[A-Za-z]+)+"));
        });
  }

  /** By stack, without what CDK calls every resource. */
  private static String names(Set<String> resources) {
    var byStack = new TreeMap<String, List<String>>();
    for (var resource : resources) {
      var parts = resource.replaceFirst("/Resource$", "").split("/", 2);
      byStack.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
    }
    return byStack.entrySet().stream()
        .map(stack -> stack.getKey() + " " + String.join(", ", stack.getValue()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void isReportedAsEvidence() throws IOException {
    var lines = lines("production");
    var text = new StringBuilder();
    text.append(
        """
        # Findings of cdk-nag

        Packs AwsSolutions and HIPAA Security over the stacks of production; made by `NagFindingsTest`, which fails on a finding
        that is not explained here, and on an explanation of nothing. Staging has the same.

        | | |
        |---|---|
        """);
    for (var compliance : new TreeSet<>(lines.stream().map(Finding::compliance).toList())) {
      text.append(
          "| %s | %d |%n"
              .formatted(
                  compliance,
                  lines.stream().filter(it -> it.compliance().equals(compliance)).count()));
    }
    text.append("\n| rule | resources | why it may stay | control |\n|---|---|---|---|\n");
    for (var suppression : Suppression.ALL) {
      var count =
          lines.stream()
              .filter(it -> !SETTLED.contains(it.compliance()))
              .filter(suppression::covers)
              .count();
      text.append(
          "| %s | %d: `%s` | %s. | [%s](../%s) |%n"
              .formatted(
                  suppression.rule(),
                  count,
                  names(suppression.resources()),
                  suppression.reason(),
                  suppression.control().replaceFirst(".*/", ""),
                  suppression.control()));
    }
    Golden.check("docs/nag.md", text.toString());
  }
}
