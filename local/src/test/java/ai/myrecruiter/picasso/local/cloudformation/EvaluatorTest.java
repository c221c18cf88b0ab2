package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluatorTest {
  private final Findings findings = new Findings();
  private final StackValues values =
      new StackValues(Account.STAGE, "tests", Map.of("Size", TextNode.valueOf("large")));
  private final Map<String, Created> created =
      Map.of("Thing", new Created("thing-1", Map.of("Arn", "arn:thing-1", "A.B", "deep")));
  private final Evaluator evaluator =
      new Evaluator(
          new LiveNames(values, created, Map.of("shared", "from elsewhere")),
          Json.of("{'Sizes': {'large': {'memory': 1024}}}"),
          Map.of("Yes", true, "No", false),
          findings);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Ref': 'Size'}                                              | 'large'
          {'Ref': 'Thing'}                                             | 'thing-1'
          {'Ref': 'AWS::AccountId'}                                    | '000000000000'
          {'Ref': 'AWS::Region'}                                       | 'us-east-1'
          {'Ref': 'AWS::Partition'}                                    | 'aws'
          {'Ref': 'AWS::URLSuffix'}                                    | 'amazonaws.com'
          {'Ref': 'AWS::StackName'}                                    | 'tests'
          {'Ref': 'AWS::NotificationARNs'}                             | []
          {'Fn::GetAtt': ['Thing', 'Arn']}                             | 'arn:thing-1'
          {'Fn::GetAtt': ['Thing', 'A.B']}                             | 'deep'
          {'Fn::GetAtt': 'Thing.Arn'}                                  | 'arn:thing-1'
          {'Fn::GetAtt': 'Thing.A.B'}                                  | 'deep'
          {'Fn::Join': ['', ['a', {'Ref': 'Thing'}, 'b']]}             | 'athing-1b'
          {'Fn::Join': ['-', {'Fn::Split': [':', 'a:b:c']}]}           | 'a-b-c'
          {'Fn::Join': [',', [1, true]]}                               | '1,true'
          {'Fn::Sub': 'x-${Thing}-${Thing.Arn}-${AWS::Region}'}        | 'x-thing-1-arn:thing-1-us-east-1'
          {'Fn::Sub': ['${Own}/${Size}', {'Own': {'Ref': 'Thing'}}]}   | 'thing-1/large'
          {'Fn::Sub': ['${Size}', {'Size': 'own goes first'}]}         | 'own goes first'
          {'Fn::Sub': 'keep ${!Literal}'}                              | 'keep ${Literal}'
          {'Fn::Select': [1, ['a', 'b']]}                              | 'b'
          {'Fn::Select': ['0', {'Fn::Split': ['/', 'a/b']}]}           | 'a'
          {'Fn::Split': ['.', 'a.b.']}                                 | ['a','b','']
          {'Fn::If': ['Yes', 'then', {'Ref': 'Absent'}]}               | 'then'
          {'Fn::If': ['No', 'then', {'a': 1}]}                         | {'a': 1}
          {'Fn::FindInMap': ['Sizes', {'Ref': 'Size'}, 'memory']}      | 1024
          {'Fn::ImportValue': 'shared'}                                | 'from elsewhere'
          {'Fn::ImportValue': {'Fn::Sub': 'sha${R}'}}                  | null
          {'a': {'Ref': 'AWS::NoValue'}, 'b': 2}                       | {'b': 2}
          ['a', {'Ref': 'AWS::NoValue'}]                               | ['a']
          {'Ref': 'data', 'Other': 'key'}                              | {'Ref': 'data', 'Other': 'key'}
          """)
  void evaluates(String part, String value) {
    var evaluated = evaluator.evaluate(Json.of(part), "at");
    if (value.equals("null")) {
      assertThat(evaluated.isMissingNode()).isTrue();
    } else {
      findings.refuse();
      assertThat(evaluated).isEqualTo(Json.of(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Ref': 'Absent'}                          | at.Ref = Absent: must be a parameter or a resource
          {'Fn::GetAtt': ['Thing', 'Colour']}        | at.Fn::GetAtt = Thing.Colour: must be a resource of the same stack and an attribute
          {'Fn::GetAtt': ['Absent', 'Arn']}          | at.Fn::GetAtt = Absent.Arn: must be a resource
          {'Fn::GetAtt': 'Thing'}                    | at.Fn::GetAtt = Thing: must be a resource
          {'Fn::GetAtt': ['Thing', {'Ref': 'Size'}]} | at.Fn::GetAtt = ["Thing",{"Ref":"Size"}]: must be a logical id and an attribute
          {'Fn::Join': [{'a': 1}, []]}               | at.Fn::Join = [{"a":1},[]]: must be a delimiter and a list
          {'Fn::Join': ['', 'text']}                 | at.Fn::Join = ["","text"]: must be a delimiter and a list
          {'Fn::Join': ['', [['nested']]]}           | at.Fn::Join = ["nested"]: must be text to become part of a text
          {'Fn::Sub': ['${A}']}                      | at.Fn::Sub = ["${A}"]: must be a text, or a text and an object
          {'Fn::Sub': '${Absent}'}                   | at.Fn::Sub = Absent: must be a parameter or a resource
          {'Fn::Select': [2, ['a', 'b']]}            | at.Fn::Select = [2,["a","b"]]: must be an index and a list that has it
          {'Fn::Select': ['x', ['a', 'b']]}          | at.Fn::Select = ["x",["a","b"]]: must be an index
          {'Fn::Split': ['', 'text']}                | at.Fn::Split = ["","text"]: must be a delimiter and a text
          {'Fn::If': ['Maybe', 1, 2]}                | at.Fn::If = ["Maybe",1,2]: must be the name of a condition
          {'Fn::FindInMap': ['Sizes', 'small', 'x']} | at.Fn::FindInMap = ["Sizes","small","x"]: must name a mapping
          {'Fn::ImportValue': 'unshared'}            | at.Fn::ImportValue = unshared: must be exported by a stack
          {'Fn::Cidr': ['10.0.0.0/16', 2, 4]}        | at.Fn::Cidr = ["10.0.0.0/16",2,4]: the stage does not know this function; use Ref
          {'Fn::Sub': 'a', 'Other': 'key'}           | at = {"Fn::Sub":"a","Other":"key"}: a function must be the only key
          '{{resolve:ssm:/x}}'                       | at = {{resolve:ssm:/x}}: the stage resolves no dynamic references
          {'a': [{'b': {'Ref': 'Absent'}}]}          | at.a[0].b.Ref = Absent: must be
          """)
  void refuses(String part, String finding) {
    evaluator.evaluate(Json.of(part), "at");
    assertThatThrownBy(findings::refuse)
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith(finding);
  }

  @Test
  void saysEverythingAtOnce() {
    evaluator.evaluate(Json.of("[{'Ref': 'One'}, {'Fn::Nothing': 1}, {'Ref': 'Two'}]"), "at");
    assertThatThrownBy(findings::refuse)
        .isInstanceOfSatisfying(
            TemplateRefused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::path)
                    .containsExactly("at[0].Ref", "at[1].Fn::Nothing", "at[2].Ref"));
  }

  @Test
  void computesNothingFromWhatIsNotKnownYet() {
    var names =
        new PlannedNames(
            values,
            Map.of("Thing", new InertType("T", "", "N", Optional.empty())),
            Set.of("shared"));
    var planning = new Evaluator(names, Json.of("{}"), Map.of(), findings);
    for (var part :
        List.of(
            "{'Fn::Join': ['', ['a', {'Ref': 'Thing'}]]}",
            "{'Fn::Sub': 'a-${Thing}'}",
            "{'Fn::Select': [5, {'Fn::Split': [':', {'Ref': 'Thing'}]}]}",
            "{'Fn::Join': ['-', {'Fn::Split': [':', {'Ref': 'Thing'}]}]}",
            "{'Fn::ImportValue': 'shared'}")) {
      assertThat(planning.evaluate(Json.of(part), "at")).as(part).isSameAs(Unknown.VALUE);
    }
    findings.refuse();
    assertThat(names.takeAsked()).containsExactly("Thing");
  }
}
