package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertyRulesTest {
  private final Findings findings = new Findings();
  private final PropertyRules rules =
      PropertyRules.effective("Name", "Code.Key", "Variables", "Targets[].Arn")
          .withoutEffect("Tags", "nobody reads them");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'Name': 'x', 'Tags': [{'Key': 'a', 'Value': 'b'}]}",
        "{'Code': {'Key': 'x'}}",
        "{'Variables': {'ANY': 'x', 'OTHER': {'deep': 1}}}",
        "{'Targets': [{'Arn': 'a'}, {'Arn': 'b'}]}"
      })
  void coversWhatIsBelowARule(String properties) {
    rules.check(Json.of(properties), "at", findings);
    findings.refuse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Names': 'x'}                       | at.Names = "x"
          {'Code': {'Image': 'x'}}             | at.Code.Image = "x"
          {'Code': 'inline'}                   | at.Code = "inline"
          {'Targets': [{'Arn': 'a', 'Id': 1}]} | at.Targets[].Id = 1
          {'Targets': ['a']}                   | at.Targets[] = "a"
          {'Targets': {'Arn': 'a'}}            | at.Targets = {"Arn":"a"}
          """)
  void refusesWhatNoRuleCovers(String properties, String finding) {
    rules.check(Json.of(properties), "at", findings);
    assertThatThrownBy(findings::refuse)
        .hasMessageStartingWith(finding + ": the stage does not know this property");
  }

  @Test
  void listsWhatIsLeftAsideWithTheReason() {
    assertThat(rules.withoutEffect()).isEqualTo(Map.of("Tags", "nobody reads them"));
  }
}
