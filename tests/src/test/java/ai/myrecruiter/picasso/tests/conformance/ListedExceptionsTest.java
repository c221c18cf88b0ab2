package ai.myrecruiter.picasso.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.tests.conformance.Verdict.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListedExceptionsTest {
  private static final RecordedCase UPDATE =
      new RecordedCase(
          "a case",
          Json.parse(
              """
              {"kind": "create-error", "op": "UpdateStateMachine", "features": ["state:Pass"],
               "expect": {"exception_typename": "InvalidArn"}}\
              """));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "NAME,^a case$,ANSWER,true",
    "NAME,another,ANSWER,false",
    "ERROR,InvalidArn,ANSWER,true",
    "OPERATION,^Update,ANSWER,true",
    "OPERATION,^Create,ANSWER,false",
    "REFUSED,the difference,REFUSED,true",
    "REFUSED,the difference,ANSWER,false",
    "NO_OUTCOME,state:Pass,NO_OUTCOME,true",
    "NO_OUTCOME,state:Pass,ANSWER,false",
  })
  void appliesALineToWhatItLooksAt(String what, String pattern, Trouble trouble, boolean applies)
      throws IOException {
    var verdict =
        read(what + " | " + pattern + " | since | always")
            .apply(UPDATE, new Verdict.Differs(trouble, "the difference"));
    assertThat(verdict)
        .isEqualTo(
            applies
                ? new Verdict.Excepted("since | always", "the difference")
                : new Verdict.Differs(trouble, "the difference"));
  }

  @Test
  void needsNoExceptionToAgree() throws IOException {
    assertThat(read("NAME | . | why").apply(UPDATE, new Verdict.Agrees()))
        .isEqualTo(new Verdict.Agrees());
  }

  @Test
  void refusesALineWithoutAReason() {
    assertThatThrownBy(() -> read("NAME | x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'NAME | x' is not an exception");
  }

  @Test
  void theProductsOwnListCanBeRead() throws IOException {
    var file =
        Path.of(System.getProperty("picasso.root", ".."), "tests/conformance-exceptions.txt");
    assertThat(ListedExceptions.read(file).lines())
        .isNotEmpty()
        .allMatch(line -> !line.pattern().pattern().equals("."));
  }

  private ListedExceptions read(String line) throws IOException {
    return ListedExceptions.read(Files.writeString(folder.resolve("list.txt"), "# c\n" + line));
  }
}
