package ai.myrecruiter.picasso.workflows.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContractsTest {
  record Part(VersionNumber version, double share) {}

  record Whole(
      String zebra,
      Environment environment,
      Instant at,
      Duration look,
      Optional<String> note,
      List<Part> parts,
      long count) {}

  private static final Whole WHOLE =
      new Whole(
          "z",
          Environment.STAGING,
          Instant.parse("2026-11-02T08:00:00.5Z"),
          Duration.ofSeconds(90),
          Optional.empty(),
          List.of(new Part(new VersionNumber(3), 0.5), new Part(new VersionNumber(2), 1)),
          7);
  private static final String JSON =
      """
      {"at":"2026-11-02T08:00:00.500Z","count":7,"environment":"staging","look":"1m30s",\
      "parts":[{"share":0.5,"version":"3"},{"share":1,"version":"2"}],"zebra":"z"}\
      """;

  @Test
  void writesOneFormWithSortedKeys() {
    assertThat(Contracts.write(WHOLE)).isEqualTo(JSON);
    assertThat(Contracts.write(Map.of("b", 1, "a", 2))).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(Contracts.write(Contracts.tree("{\"b\":{\"d\":1.0,\"c\":1}, \"a\":2}")))
        .isEqualTo("{\"a\":2,\"b\":{\"c\":1,\"d\":1.0}}");
  }

  @Test
  void readsBackWhatItWrites() {
    assertThat(Contracts.read(JSON, Whole.class)).isEqualTo(WHOLE);
    assertThat(Contracts.read(Contracts.toNode(WHOLE), Whole.class)).isEqualTo(WHOLE);
  }

  @Test
  void digestsTheValueAndNotItsLayout() {
    var same = Contracts.read(Contracts.tree(JSON.replace(",", " ,\n ")), Whole.class);
    assertThat(Contracts.digest(same)).isEqualTo(Contracts.digest(WHOLE)).matches("[0-9a-f]{64}");
    assertThat(Contracts.digest(Map.of()))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void refusesAnUnknownField() {
    refuses(
        JSON.replace("{\"at\"", "{\"att\":1,\"at\""),
        "$.att",
        "1: must be a known field; remove it");
    refuses(
        JSON.replace("\"share\":1,", "\"share\":1,\"x\":1,"),
        "$.parts[1].x",
        "1: must be a known field");
  }

  @Test
  void refusesAMissingField() {
    refuses(JSON.replace(",\"count\":7", ""), "$.count", "nothing: must be there; add it");
    refuses(JSON.replace("\"zebra\":\"z\"", "\"zebra\":null"), "$.zebra", "null");
    refuses(JSON.replace(",\"zebra\":\"z\"", ""), "$.zebra", "");
    refuses(JSON.replace("\"share\":1,", ""), "$.parts[1].share", "");
  }

  @Test
  void refusesADuplicatedField() {
    refuses(JSON.replace("\"count\":7", "\"count\":7,\"count\":8"), "$", "count");
  }

  @Test
  void refusesAWrongTypeWithItsPath() {
    refuses(
        JSON.replace("\"count\":7", "\"count\":\"7\""),
        "$.count",
        "\"7\": must be a whole number; correct it");
    refuses(JSON.replace("\"count\":7", "\"count\":7.5"), "$.count", "7.5: must be a whole number");
    refuses(JSON.replace("1m30s", "soon"), "$.look", "\"soon\": must be a duration such as");
    refuses(
        JSON.replace("2026-11-02", "someday"),
        "$.at",
        "must be an instant such as 2026-11-02T08:00:00Z");
  }

  @Test
  void saysWhatARecordInsideRefuses() {
    refuses(JSON.replace("\"version\":\"2\"", "\"version\":\"$LATEST\""), "$.parts[1].version", "");
    refuses(JSON.replace("staging", "prod"), "$.environment", "prod");
  }

  @Test
  void refusesWhatIsNoObject() {
    refuses("", "$", "");
    refuses("null", "$", "null");
    refuses("[1]", "$", "[1]");
    refuses("{\"a\":1} {}", "$", "");
    refuses("{\"a\":", "$", "");
  }

  @Test
  void refusesToWriteANumberThatJsonDoesNotHave() {
    for (var number : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> Contracts.write(new Part(new VersionNumber(1), number)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(number + " has no form in JSON");
    }
  }

  private static void refuses(String json, String path, String value) {
    assertThatThrownBy(() -> Contracts.read(json, Whole.class))
        .as(json)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> {
              assertThat(refused.findings()).hasSize(1);
              assertThat(refused.findings().getFirst().path()).isEqualTo(path);
              assertThat(refused.findings().getFirst().line()).contains(value);
            });
  }
}
