package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Fn::Equals': [{'Ref': 'Stage'}, 'production']}                             | true
          {'Fn::Equals': [{'Ref': 'Stage'}, 'staging']}                                | false
          {'Fn::Equals': [1, '1']}                                                     | true
          {'Fn::Not': [{'Fn::Equals': ['a', 'b']}]}                                    | true
          {'Fn::And': [{'Fn::Equals': ['a', 'a']}, {'Fn::Equals': ['a', 'b']}]}        | false
          {'Fn::And': [{'Fn::Equals': ['a', 'a']}, {'Condition': 'Always'}]}           | true
          {'Fn::Or': [{'Fn::Equals': ['a', 'b']}, {'Condition': 'Always'}]}            | true
          {'Fn::Or': [{'Fn::Equals': ['a', 'b']}, {'Fn::Not': [{'Condition': 'Always'}]}]} | false
          """)
  void decides(String condition, boolean holds) {
    var decided = decide("{'Tested': " + condition + ", 'Always': {'Fn::Equals': ['x', 'x']}}");
    findings.refuse();
    assertThat(decided).containsEntry("Tested", holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Condition': 'Absent'}                 | at.Tested.Condition = Absent: must be a condition of the template
          {'Condition': 'Tested'}                 | at.Tested.Condition = Tested -> Tested: a condition must not depend on itself
          {'Fn::Equals': ['a']}                   | at.Tested.Fn::Equals = ["a"]: must have two values
          {'Fn::Equals': ['a', {'Ref': 'Thing'}]} | at.Tested.Fn::Equals[1].Ref = Thing: must be a parameter
          {'Fn::Contains': [['a'], 'a']}          | at.Tested = {"Fn::Contains":[["a"],"a"]}: must be a condition function
          'yes'                                   | at.Tested = "yes": must be a condition function
          """)
  void refuses(String condition, String finding) {
    assertThat(decide("{'Tested': " + condition + "}")).containsEntry("Tested", false);
    assertThatThrownBy(findings::refuse).hasMessageStartingWith(finding);
  }

  @Test
  void refusesConditionsInACircle() {
    decide("{'A': {'Condition': 'B'}, 'B': {'Fn::Not': [{'Condition': 'A'}]}}");
    assertThatThrownBy(findings::refuse).hasMessageContaining("A -> B -> A");
  }

  private Map<String, Boolean> decide(String declared) {
    var values =
        new StackValues(Account.STAGE, "tests", Map.of("Stage", TextNode.valueOf("production")));
    var names = new PlannedNames(values, Map.of(), Set.of());
    var evaluator = new Evaluator(names, Json.of("{}"), Map.of(), findings);
    return new Conditions(Json.of(declared), "at", evaluator).decide();
  }
}
