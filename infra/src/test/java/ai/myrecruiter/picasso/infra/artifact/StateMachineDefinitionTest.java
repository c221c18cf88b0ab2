package ai.myrecruiter.picasso.infra.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateMachineDefinitionTest {
  @TempDir Path folder;

  @Test
  void findsTasksInBranchesToo() throws IOException {
    write(
        """
        {"StartAt": "Both", "States": {
          "Both": {"Type": "Parallel", "Branches": [{"StartAt": "Check", "States": {"Check":
            {"Type": "Task", "Parameters": {"FunctionName": "${CheckFunctionArn}"}, "TimeoutSeconds": 7}}}]},
          "Nested": {"Type": "Task", "Parameters": {"StateMachineArn": "${OtherStateMachineArn}"}}}}
        """);
    var definition = StateMachineDefinition.read(folder, "machine");
    assertThat(definition.tasks()).containsExactly(new TaskState("Check", "CheckFunctionArn", 7));
    assertThat(definition.substitutions())
        .containsExactly("CheckFunctionArn", "OtherStateMachineArn");
  }

  @Test
  void findsSubstitutionsWithNamesThatNothingCanHave() throws IOException {
    write("{\"Comment\": \"${odd name}\"}");
    assertThat(StateMachineDefinition.read(folder, "machine").substitutions())
        .containsExactly("odd name");
  }

  @Test
  void carriesTheDefinitionOnOneLine() throws IOException {
    write("{\n  \"Comment\": \"a  b\"\n}\n");
    assertThat(StateMachineDefinition.read(folder, "machine").text())
        .isEqualTo("{\"Comment\":\"a  b\"}");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> StateMachineDefinition.read(folder, "absent"))
        .hasMessageStartingWith("statemachines/absent.asl.json: no such file");
  }

  @Test
  void namesTheLineOfBrokenJson() throws IOException {
    write("{\n  \"Comment\": oops\n}");
    assertThatThrownBy(() -> StateMachineDefinition.read(folder, "machine"))
        .hasMessageStartingWith("statemachines/machine.asl.json is not JSON at line 2:");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("machine.asl.json"), text);
  }
}
