package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntrinsicTest {
  private static final String INPUT =
      """
      {"list": [1, 2, 2, "a", {"b": 1}], "text": "hi", "object": {"a": 1, "b": [true, "x"]},
       "other": {"b": 2}, "pi": 3.7, "none": null, "long": "%s"}\
      """
          .formatted("x".repeat(10_001));
  private static final Scope SCOPE =
      new Scope(Json.parse(INPUT), () -> Json.parse("{\"Name\": \"n\"}"), new Random(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Array() | []",
        "States.Array(1, 'a', $.none, true, $.text) | [1,\"a\",null,true,\"hi\"]",
        "States.ArrayPartition($.list, 2) | [[1,2],[2,\"a\"],[{\"b\":1}]]",
        "States.ArrayContains($.list, 2) | true",
        "States.ArrayContains($.list, 2.0) | true",
        "States.ArrayContains($.list, 'z') | false",
        "States.ArrayContains($.list, $.list[4]) | true",
        "States.ArrayRange(1, 9, 4) | [1,5,9]",
        "States.ArrayRange(3, 1, -1) | [3,2,1]",
        "States.ArrayRange(1, 0, 1) | []",
        "States.ArrayGetItem($.list, 3) | \"a\"",
        "States.ArrayLength($.list) | 5",
        "States.ArrayUnique($.list) | [1,2,\"a\",{\"b\":1}]",
        "States.Base64Encode('grüß') | \"Z3LDvMOf\"",
        "States.Base64Decode('Z3LDvMOf') | \"grüß\"",
        "States.Hash('abc', 'SHA-256') |"
            + " \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"",
        "States.Hash('abc', 'MD5') | \"900150983cd24fb0d6963f7d28e17f72\"",
        "States.Hash($.other, 'SHA-1') | \"7940bfcc4a29fa4f46c16b13370916d562a878fb\"",
        "States.JsonMerge($.object, $.other, false) | {\"a\":1,\"b\":2}",
        "States.StringToJson('{\"a\": [1]}') | {\"a\":[1]}",
        "States.JsonToString($.other) | \"{\\\"b\\\":2}\"",
        "States.MathAdd(1, -3) | -2",
        "States.MathAdd($.pi, 1) | 5",
        "States.MathAdd(4000000000, 1) | 4000000001",
        "States.StringSplit('This.is+a,test!', '.+,!') | [\"This\",\"is\",\"a\",\"test\"]",
        "States.StringSplit('one', ',') | [\"one\"]",
        "States.Format('no places') | \"no places\"",
        "States.Format('{} and {}', $.text, $.none) | \"hi and null\"",
        "States.Format('{}', $.object) | \"{a=1, b=[true, x]}\"",
        "States.Format('\\{{}\\} it\\'s \\\\ here', 1) | \"{1} it's \\\\ here\"",
        "States.Format($.text) | \"hi\"",
        "States.Format('{}', $$.Name) | \"n\"",
        "States.ArrayGetItem(States.StringSplit('a,b', ','), States.MathAdd(0, 1)) | \"b\"",
        "States.Array('a)b', 'c,d') | [\"a)b\",\"c,d\"]"
      })
  void computes(String call, String expected) {
    assertThat(Json.write(Expression.parse(call).evaluate(SCOPE, "f"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.ArrayPartition($.list, 0) | the chunk size must be 1 or more and is 0",
        "States.ArrayPartition('a', 1) | argument 1 must be an array and is \"a\"",
        "States.ArrayRange(1, 9, 0) | the step must not be 0",
        "States.ArrayRange(1, 1001, 1) | a range has at most 1000 elements",
        "States.ArrayGetItem($.list, 5) | there is no index 5 in an array of 5 elements",
        "States.ArrayGetItem($.list, -1) | there is no index -1 in an array of 5 elements",
        "States.Base64Decode('****') | Illegal base64 character 2a",
        "States.Base64Encode($.long) | a text of 10001 characters is longer than 10000",
        "States.Hash('a', 'CRC') | the algorithm 'CRC' is not one of",
        "States.JsonMerge($.object, $.other, true) | only a shallow merge is known: argument 3 must"
            + " be false",
        "States.JsonMerge($.text, $.other, false) | argument 1 must be an object and is \"hi\"",
        "States.StringToJson('{') | the text is not JSON",
        "States.MathAdd('1', 2) | argument 1 must be a number and is \"1\"",
        "States.MathRandom(2, 2) | the first number, 2, must be less than the second, 2",
        "States.Format('{}') | there are more {} than arguments",
        "States.Format('{}', 1, 2) | there are more arguments than {}",
        "States.StringSplit(1, ',') | argument 1 must be a string and is 1"
      })
  void failsByNameOnBadArguments(String call, String problem) {
    assertThatThrownBy(() -> Expression.parse(call).evaluate(SCOPE, "f"))
        .isInstanceOfSatisfying(
            DataFailure.class,
            failure -> assertThat(failure.error()).isEqualTo("States.IntrinsicFailure"))
        .hasMessageStartingWith("The function '" + call + "' had the following error: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | neither a JSONPath nor a call",
        "States.Nope(1) | there is no function 'States.Nope'",
        "States.UUID | a call needs brackets",
        "States.UUID(1) | States.UUID takes 0 arguments and got 1",
        "States.MathRandom(1) | States.MathRandom takes 2 to 3 arguments and got 1",
        "States.Array(1 | it ends too early",
        "States.Array('a | it ends too early",
        "States.Array(a) | a text needs single quotes",
        "States.Array([1]) | a text needs single quotes",
        "States.Format('a\\nb') | a backslash may stand before ' { } and \\ only, not before n",
        "States.Array('\\\"') | a backslash may stand before ' { } and \\ only, not before \"",
        "States.Array(1) x | nothing may follow",
        "States.Array($.a[) | it ends too early"
      })
  void refusesWhatItCannotRead(String text, String problem) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesCallsNestedTooDeep() {
    var call = "States.Array(".repeat(11) + "1" + ")".repeat(11);
    assertThatThrownBy(() -> Expression.parse(call)).hasMessageContaining("10 deep");
  }

  @Test
  void drawsRandomNumbersFromTheSeed() {
    var call = Expression.parse("States.MathRandom(1, 100)");
    assertThat(call.evaluate(scope(5), "f")).isEqualTo(call.evaluate(scope(5), "f"));
    for (int seed = 0; seed < 50; seed++) {
      assertThat(call.evaluate(scope(seed), "f").intValue()).isBetween(1, 99);
    }
  }

  @Test
  void letsACallFixItsOwnSeed() {
    var call = Expression.parse("States.MathRandom(1, 1000000, 7)");
    assertThat(call.evaluate(scope(1), "f")).isEqualTo(call.evaluate(scope(2), "f"));
  }

  @Test
  void makesUuidsOfVersion4FromTheSeed() {
    var call = Expression.parse("States.UUID()");
    var uuid = call.evaluate(scope(3), "f").textValue();
    assertThat(uuid)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(call.evaluate(scope(3), "f").textValue());
  }

  @Test
  void callsAMissingArgumentARuntimeError() {
    assertThatThrownBy(
            () -> Expression.parse("States.Format('{}', $.nope)").evaluate(scope(1), "f"))
        .isInstanceOfSatisfying(
            DataFailure.class, failure -> assertThat(failure.error()).isEqualTo("States.Runtime"))
        .hasMessageContaining("The JsonPath argument for the field '$.nope' could not be found");
  }

  private static Scope scope(long seed) {
    return new Scope(Json.object(), Json::object, new Random(seed));
  }
}
