package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskListTest {
  private static final Path HANDLERS =
      SynthesizedApp.root().resolve("tasks/src/main/java/ai/myrecruiter/picasso/tasks");

  @Test
  void namesHandlersThatExist() {
    assertThat(all())
        .allSatisfy(task ->
            assertThat(HANDLERS.resolve(task.feature()).resolve(task.className() + ".java"))
                .isRegularFile());
  }

  @Test
  void deploysEveryHandlerThatWasWritten() throws IOException {
    var written = new ArrayList<String>();
    try (var files = Files.walk(HANDLERS)) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("extends Task<")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(all())
        .extracting(TaskFunction::className)
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void grantsNoAccessThatNobodyUses() {
    var used = EnumSet.noneOf(Access.class);
    all().forEach(task -> used.addAll(task.access()));
    assertThat(used).isEqualTo(EnumSet.allOf(Access.class));
  }

  @Test
  void keepsTheFirstStepsOfRollbackShort() {
    assertThat(timeout("TakeOver")).isLessThanOrEqualTo(10);
    assertThat(timeout("RestoreAlias")).isLessThanOrEqualTo(15);
  }

  private static int timeout(String className) {
    return all().stream()
        .filter(task -> task.className().equals(className))
        .findFirst()
        .orElseThrow()
        .timeoutSeconds();
  }

  private static List<TaskFunction> all() {
    var all = new ArrayList<>(TaskList.STATES);
    all.add(TaskList.WATCHDOG);
    all.add(TaskList.CONTAINMENT);
    return all;
  }
}
