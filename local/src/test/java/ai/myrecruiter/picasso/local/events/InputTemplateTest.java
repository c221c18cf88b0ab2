package ai.myrecruiter.picasso.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputTemplateTest {
  private static final String ARN = "arn:aws:events:us-east-1:000000000000:rule/roll-back";
  private static final Map<String, String> PATHS =
      Map.of(
          "alarm", "$.detail.name",
          "state", "$.detail.state",
          "first", "$.resources[0]",
          "gone", "$.detail.gone",
          "quoted", "$.detail.quoted");

  private static Optional<String> fill(String template) throws Exception {
    JsonNode event =
        new ObjectMapper()
            .readTree(
                """
                {"resources": ["arn:a"], "detail": {"name": "errors", "quoted": "say \\"hi\\"\\n", "state": {"value": "ALARM", "n": 2}}}
                """);
    return InputTemplate.fill(new TargetInput.Template(PATHS, template), event, ARN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"alarm\": <alarm>} | {\"alarm\": \"errors\"}",
        "{\"state\": <state>} | {\"state\": {\"value\":\"ALARM\",\"n\":2}}",
        "{\"text\": \"alarm <alarm> on <first>\"} | {\"text\": \"alarm errors on arn:a\"}",
        "\"only <alarm>\" | \"only errors\"",
        "<alarm> | \"errors\"",
        "{\"text\": \"state <state>\"} | {\"text\": \"state {value:ALARM,n:2}\"}",
        "{\"gone\": <gone>, \"text\": \"<gone>\"} | {\"gone\": null, \"text\": \"\"}",
        "{\"text\": \"<quoted>\"} | {\"text\": \"say \\\"hi\\\"\\n\"}",
        "{\"esc\\\"aped\": <alarm>} | {\"esc\\\"aped\": \"errors\"}",
        "{\"rule\": <aws.events.rule-name>} | {\"rule\": \"roll-back\"}",
        "{\"reason\":\"fixed\"} | {\"reason\":\"fixed\"}"
      })
  void putsPartsOfTheEventInPlace(String template, String filled) throws Exception {
    assertThat(fill(template)).contains(filled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": <unknown>} | placeholder <unknown>",
        "{\"a\": <alarm> | does not give JSON",
        "plain <alarm> | does not give JSON",
        "{} {} | does not give JSON"
      })
  void refusesTemplatesThatCouldNeverGiveJson(String template, String message) {
    assertThatThrownBy(() -> InputTemplate.check(new TargetInput.Template(PATHS, template)))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"detail", "$.detail[*]", "$..name", "$.detail.", "$[a]"})
  void refusesPathsItDoesNotRead(String path) {
    assertThatThrownBy(
            () -> InputTemplate.check(new TargetInput.Template(Map.of("x", path), "{\"a\": <x>}")))
        .hasMessageContaining("path '" + path + "'");
  }
}
