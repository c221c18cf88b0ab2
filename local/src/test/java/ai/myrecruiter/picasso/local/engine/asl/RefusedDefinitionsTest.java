package ai.myrecruiter.picasso.local.engine.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.CaseFolder;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusedDefinitionsTest {
  static Stream<Arguments> cases() {
    return CaseFolder.cases("refused");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void refusesWithAllFindings(String name, JsonNode refused) {
    var expected = new ArrayList<String>();
    refused.path("findings").forEach(finding -> expected.add(finding.textValue()));
    var definition = Json.write(refused.path("definition"));
    assertThat(Definition.check(definition).stream().map(Finding::toString))
        .as(name)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThat(Definition.check("not a definition"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(Finding.Code.INVALID_JSON_DESCRIPTION);
          assertThat(finding.message()).startsWith("Unrecognized token 'not'");
        });
  }

  @Test
  void refusesAFieldThatIsGivenTwice() {
    assertThat(Definition.check("{\"StartAt\": \"A\", \"StartAt\": \"B\"}"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("Duplicate field 'StartAt'"));
  }

  @Test
  void refusesAnEmptyTextAndATextThatIsTooLong() {
    assertThat(Definition.check(" "))
        .extracting(Finding::message)
        .containsExactly("Definition must be a valid JSON object");
    assertThat(Definition.check(" ".repeat(1024 * 1024 + 1)))
        .extracting(Finding::message)
        .containsExactly("Definition must not be longer than 1048576 bytes");
  }

  @Test
  void throwsAllFindingsInTheWordsOfTheService() {
    assertThatThrownBy(() -> Definition.parse("{}"))
        .isInstanceOf(DefinitionRefused.class)
        .hasMessage(
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are"
                + " required: [States, StartAt] at /'");
  }
}
