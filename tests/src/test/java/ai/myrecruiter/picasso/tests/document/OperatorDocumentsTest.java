package ai.myrecruiter.picasso.tests.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file, test, command and option that the documents for operators name exists. */
final class OperatorDocumentsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("picasso.root", "..")).toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
  private static final Pattern COMMAND = Pattern.compile("`picasso ([a-z -]*[a-z]+)");
  private static final Pattern OPTION = Pattern.compile("`picasso [^`]*?(--[a-z-]+)");

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(file));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text.replace('\n', ' '))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMITS.md",
        "SECURITY.md",
        "PRODUCTION_READINESS.md",
        "TROUBLESHOOTING.md",
        "UPGRADE.md",
        "runbook.md",
        "environments.md",
        "aws-acceptance.md"
      })
  void linksLeadSomewhere(String file) throws IOException {
    assertThat(found(LINK, read(file)))
        .allSatisfy(link -> assertThat(ROOT.resolve("docs").resolve(link)).exists());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMITS.md",
        "SECURITY.md",
        "PRODUCTION_READINESS.md",
        "TROUBLESHOOTING.md",
        "UPGRADE.md",
        "runbook.md",
        "environments.md",
        "aws-acceptance.md"
      })
  void commandsAndOptionsAreInTheReference(String file) throws IOException {
    var reference = read("cli.md");
    for (var command : found(COMMAND, read(file))) {
      var words = new Scanner(command.replaceAll(" ?--.*", ""));
      var name = words.hasNext() ? "picasso " + words.next() : "picasso";
      assertThat(reference).as(file).contains(name);
    }
    assertThat(found(OPTION, read(file)))
        .allSatisfy(option -> assertThat(reference).contains(option));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECURITY.md"})
  void testsThatHoldAControlExist(String file) throws IOException {
    Set<String> tests;
    try (var files = Files.walk(ROOT)) {
      tests =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith("Test.java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    var named = found(TEST, read(file));
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests).containsAll(named);
  }
}
