package ai.myrecruiter.picasso.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

final class EventPatternTest {
  private static final String EVENT =
      """
      {"source": "aws.cloudwatch", "resources": ["arn:one", "arn:two"], "detail": {
        "alarmName": "picasso-staging-chat-errors", "state": {"value": "ALARM", "count": 3},
        "empty": [], "off": false, "none": null, "checks": [{"name": "a", "ok": true}, {"name": "b", "ok": false}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'source': ['aws.cloudwatch']} | true",
        "{'source': ['aws.other', 'aws.cloudwatch']} | true",
        "{'source': ['aws.other']} | false",
        "{'missing': ['x']} | false",
        "{'resources': ['arn:two']} | true",
        "{'detail': {'state': {'value': ['ALARM'], 'count': [3]}}} | true",
        "{'detail': {'state': {'value': ['ALARM'], 'count': [4]}}} | false",
        "{'detail': {'state': {'count': [3.0]}}} | true",
        "{'detail': {'state': {'count': ['3']}}} | false",
        "{'detail': {'off': [false]}} | true",
        "{'detail': {'none': [null]}} | true",
        "{'detail': {'alarmName': [{'prefix': 'picasso-staging-'}]}} | true",
        "{'detail': {'alarmName': [{'prefix': 'picasso-production-'}]}} | false",
        "{'detail': {'state': {'value': [{'anything-but': 'OK'}]}}} | true",
        "{'detail': {'state': {'value': [{'anything-but': ['OK', 'ALARM']}]}}} | false",
        "{'detail': {'alarmName': [{'anything-but': {'prefix': 'picasso'}}]}} | false",
        "{'detail': {'gone': [{'anything-but': 'OK'}]}} | false",
        "{'detail': {'state': {'count': [{'numeric': ['>', 0, '<=', 3]}]}}} | true",
        "{'detail': {'state': {'count': [{'numeric': ['<', 3]}]}}} | false",
        "{'detail': {'state': {'count': [{'numeric': ['=', 3]}]}}} | true",
        "{'detail': {'state': {'value': [{'numeric': ['>=', 0]}]}}} | false",
        "{'detail': {'alarmName': [{'exists': true}]}} | true",
        "{'detail': {'gone': {'deep': [{'exists': false}]}}} | true",
        "{'detail': {'gone': [{'exists': true}]}} | false",
        "{'detail': {'empty': [{'exists': false}]}} | true",
        "{'detail': {'checks': {'name': ['b'], 'ok': [false]}}} | true",
        "{'detail': {'checks': {'name': ['a'], 'ok': [false]}}} | false"
      })
  void takesEventsThatMeetEveryField(String pattern, boolean matches) throws Exception {
    JsonNode event = new ObjectMapper().readTree(EVENT);
    assertThat(EventPatternParser.parse(pattern.replace('\'', '"')).matches(event))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': [{'suffix': 'x'}]} | filter 'suffix' at $.a is not one of the stage",
        "{'a': [{'cidr': '10.0.0.0/8'}]} | filter 'cidr'",
        "{'$or': [{'a': ['b']}]} | $or at $ is not one of the stage's filters",
        "{'a': 'text'} | $.a is not an object or an array",
        "{'a': []} | $.a is not an object or an array",
        "{'a': {}} | $.a is not an object with fields",
        "{} | $ is not an object with fields",
        "[1] | $ is not an object with fields",
        "nonsense | it is not JSON",
        "{'a': [{'prefix': 7}]} | prefix at $.a is not a text",
        "{'a': [{'exists': 'yes'}]} | exists at $.a is not true or false",
        "{'a': [{'numeric': ['>']}]} | numeric at $.a is not pairs",
        "{'a': [{'numeric': ['~', 3]}]} | no comparison",
        "{'a': [{'prefix': 'x', 'exists': true}]} | not an object with one field"
      })
  void namesWhatItCannotFilterBy(String pattern, String message) {
    assertThatThrownBy(() -> EventPatternParser.parse(pattern.replace('\'', '"')))
        .isInstanceOf(InvalidEventPatternException.class)
        .hasMessageContaining(message);
  }

  @Test
  void leavesThePartsOfAnEventAlone() throws Exception {
    JsonNode event = new ObjectMapper().readTree(EVENT);
    var before = event.deepCopy();
    EventPatternParser.parse("{\"detail\":{\"x\":[{\"exists\":false}]}}").matches(event);
    assertThat(event).isEqualTo(before);
  }
}
