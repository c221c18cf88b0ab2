package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a patient could write, planted in every input of every route: it is in no log line, no
 * metric, no error and no state but the messages of the day, which hold what was said.
 */
final class PlantedPhiTest {
  /** Each with a part that nothing else contains. */
  private static final List<String> PLANTED =
      List.of(
          "my name is Zebediah Quillfeather",
          "zebediah.quillfeather@example.com",
          "call 555-010-4477",
          "SSN 219-09-7734",
          "MRN 88123477",
          "born 1951-03-17",
          "77 Quillfeather Street",
          "card 4012888888881881");

  private static final List<String> TRACES =
      List.of(
          "Zebediah",
          "zebediah",
          "Quillfeather",
          "quillfeather",
          "5550104477",
          "219-09",
          "219097734",
          "88123477",
          "19510317",
          "4012888888881881");

  /** Numbers so short that a random id has them in its middle now and then: as words only. */
  private static final Pattern SHORT_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])(4477|7734|1951)(?![0-9A-Za-z])");

  private final MasterStage stage = new MasterStage();
  private final String manage = stage.manageToken(MasterStage.NORTH);
  private final String token = stage.issue().path("token").asText();
  private final List<MasterStage.Answer> answers = new ArrayList<>();
  private int requests;

  @AfterEach
  void close() {
    stage.close();
  }

  private void send(TestRequest request) {
    for (var shape : TestRequest.Shape.values()) {
      answers.add(stage.call(request.as(shape)));
      requests++;
    }
  }

  private static List<TestRequest> routes() {
    return List.of(
        TestRequest.get("health_check"),
        TestRequest.get("config"),
        TestRequest.get("jwt_metrics"),
        TestRequest.post("issue_token").body("{}"),
        TestRequest.post("refresh_token").body("{\"refresh_token\":\"x\"}"),
        TestRequest.post("revoke").body("{\"scope\":\"session\",\"session\":\"nobody-1\"}"),
        TestRequest.clear().body("{\"session\":\"nobody-2\"}"),
        TestRequest.post("chat").message("hello"));
  }

  private void plantInEveryInput(String phi) {
    var json = MasterStage.object().put("text", phi).get("text").toString();
    for (int i = 0; i < routes().size(); i++) {
      for (var make : inputs(phi, json)) {
        send(make.apply(routes().get(i)));
      }
    }
  }

  private List<UnaryOperator<TestRequest>> inputs(String phi, String json) {
    return List.of(
        r -> r.method(phi).token(manage),
        r -> r.path("/" + phi).token(manage),
        r -> r.query("action", phi),
        r -> r.query(phi, phi).query("session", phi).query("t", phi).token(manage),
        r -> r.header("host", phi),
        r -> r.header("x-tenant-hash", phi),
        r -> r.header("x-jwt-token", phi),
        r -> r.header("authorization", "Bearer " + phi),
        r -> r.header("user-agent", phi).header("x-" + "note", phi).token(manage),
        r -> r.body(phi).token(manage),
        r -> r.body("{\"message\":7,\"note\":" + json + "}").token(manage),
        r -> r.body("{" + json + ":" + json + "}").token(manage),
        r ->
            r.body(
                    "{\"session\":%1$s,\"scope\":%1$s,\"refresh_token\":%1$s,\"token\":%1$s,\"request\":%1$s,\"message\":\"x\"}"
                        .formatted(json))
                .token(manage));
  }

  @Test
  void leavesNoTraceOfWhatWasPlanted() {
    PLANTED.forEach(this::plantInEveryInput);
    System.out.printf(
        "planted: %d requests, %d log lines read%n", requests, stage.context.lines.size());
    assertThat(requests).isGreaterThan(2_000);
    assertThat(stage.context.lines).hasSizeGreaterThan(2 * requests - 1);
    assertNoTrace(stage.context.lines.toString());
    assertNoTrace(answers.toString());
    assertNoTrace(stage.tables.contents());
  }

  @Test
  void keepsWhatWasSaidInMessagesAloneAndRedactedInSummaries() {
    for (var phi : PLANTED) {
      stage.model.answer = "I noted: " + phi;
      send(TestRequest.post("chat").message("Hello, " + phi + ", can you help?").token(token));
    }
    assertThat(stage.tables.items("recent-messages").toString()).contains("Quillfeather", "7734");
    assertNoTrace(stage.context.lines.toString());
    assertNoTrace(
        stage.tables.items("conversation-summaries", "sessions", "tokens", "tenants").toString());
    assertThat(stage.tables.items("conversation-summaries").toString())
        .contains("[MRN]", "[CARD]", "[ADDRESS]");
  }

  @Test
  void wouldSeeEachOfThem() {
    assertThat(PLANTED)
        .allSatisfy(phi ->
            assertThatThrownBy(() -> assertNoTrace("{\"text\":\"%s\"}".formatted(phi)))
                .isInstanceOf(AssertionError.class));
  }

  @Test
  void tellsNothingOfADefectOrOfABrokenStore() {
    stage.tables.client().deleteTable(request -> request.tableName("recent-messages"));
    stage.model.status = 500;
    stage.model.answer = PLANTED.getFirst();
    for (var phi : PLANTED) {
      send(TestRequest.post("chat").message(phi).token(token));
      send(TestRequest.post("chat").message(phi));
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
    assertNoTrace(stage.context.lines.toString());
    assertNoTrace(answers.toString());
  }

  private static String around(String text, int at) {
    return at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
  }

  private static void assertNoTrace(String text) {
    for (var trace : TRACES) {
      int at = text.indexOf(trace);
      assertThat(at).as("'%s' in: %s", trace, around(text, at)).isNegative();
    }
    assertThat(text).doesNotContainPattern(SHORT_NUMBER);
  }
}
