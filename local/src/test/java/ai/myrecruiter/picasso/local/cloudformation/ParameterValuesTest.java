package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterValuesTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Type': 'String', 'Default': '1'}                                          | 7    | '7'
          {'Type': 'String', 'AllowedPattern': '[1-9][0-9]*'}                         | 12   | '12'
          {'Type': 'String', 'AllowedValues': ['a', 'b'], 'MinLength': 1, 'MaxLength': 1} | b | 'b'
          {'Type': 'Number', 'MinValue': 1, 'MaxValue': 5}                            | 5    | '5'
          {'Type': 'CommaDelimitedList'}                                              | a, b | ['a', 'b']
          {'Type': 'AWS::SSM::Parameter::Value<String>'} | /cdk-bootstrap/hnb659fds/version | '30'
          """)
  void takesTheValueGiven(String declared, String given, String value) {
    assertThat(resolve(declared, Map.of("P", given))).isEqualTo(Map.of("P", Json.of(value)));
    findings.refuse();
  }

  @Test
  void takesTheDefaultWhenNothingIsGiven() {
    assertThat(resolve("{'Type': 'String', 'Default': 1}", Map.of()))
        .isEqualTo(Map.of("P", Json.of("'1'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Type': 'String', 'AllowedPattern': '[0-9]+', 'ConstraintDescription': 'must be digits'} | $LATEST | at.P = $LATEST: must be digits
          {'Type': 'String', 'AllowedPattern': '[0-9]+'}     | x         | at.P = x: must satisfy {AllowedPattern="[0-9]+"}
          {'Type': 'String', 'AllowedValues': ['a']}         | b         | at.P = b: must satisfy {AllowedValues=["a"]}
          {'Type': 'String', 'MinLength': 3}                 | ab        | at.P = ab: must satisfy {MinLength=3}
          {'Type': 'Number', 'MaxValue': 5}                  | 6         | at.P = 6: must satisfy
          {'Type': 'Number'}                                 | six       | at.P = six: must be a number
          {'Type': 'AWS::EC2::VPC::Id'}                      | vpc-1     | at.P.Type = AWS::EC2::VPC::Id: must be a type that the stage knows
          {'Type': 'AWS::SSM::Parameter::Value<String>'}     | /absent   | at.P = /absent: must be a parameter in the account's parameter store
          {'Type': 'String', 'Surprise': 1}                  | x         | at.P.Surprise = 1: the stage does not know this rule
          """)
  void refuses(String declared, String given, String finding) {
    resolve(declared, Map.of("P", given));
    assertThatThrownBy(findings::refuse).hasMessageStartingWith(finding);
  }

  @Test
  void asksForAValueWithoutDefault() {
    resolve("{'Type': 'String'}", Map.of());
    assertThatThrownBy(findings::refuse)
        .hasMessage("at.P = nothing: must have a value; give one, or declare a Default");
  }

  @Test
  void refusesAValueForNoParameter() {
    resolve("{'Type': 'String', 'Default': '1'}", Map.of("StabelVersion", "2"));
    assertThatThrownBy(findings::refuse)
        .hasMessageStartingWith("at.StabelVersion = 2: must be a parameter of the template");
  }

  private Map<String, JsonNode> resolve(String declared, Map<String, String> given) {
    return new ParameterValues(Account.STAGE, findings)
        .resolve(Json.of("{'P': " + declared + "}"), given, "at");
  }
}
