package ai.myrecruiter.picasso.runtime.priming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.bootstrap.Prelude;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamHandler;
import ai.myrecruiter.picasso.runtime.bootstrap.StreamResponse;
import ai.myrecruiter.picasso.runtime.streaming.StreamingFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class PrimingTest {
  /** Answers, but never says that the answer is whole. */
  public static final class NeverDone implements StreamHandler {
    /** As the loop makes it. */
    public NeverDone(Map<String, String> environment, Consumer<String> log) {}

    @Override
    public void handle(Invocation invocation, StreamResponse response) throws IOException {
      response.begin(
          new Prelude(200, Map.of(), List.of()), "event: token\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }

  @Test
  void servesOneWholeQuestionByEverythingThatARequestNeeds() {
    try (var priming = Priming.begin()) {
      priming.stream(StreamingFunction.class);
    }
  }

  @Test
  void takesNoAnswerForPrimedThatIsNotWhole() {
    try (var priming = Priming.begin()) {
      assertThatThrownBy(() -> priming.stream(NeverDone.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("did not answer itself");
    }
  }

  @Test
  void takesNoRefusalForPrimed() {
    try (var priming = Priming.begin()) {
      assertThatThrownBy(() ->
              priming.ask(
                  (input, output, context) ->
                      output.write("{\"statusCode\":503,".getBytes(StandardCharsets.UTF_8)),
                  "chat"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("chat");
    }
  }

  @Test
  void namesNoServiceOfTheAccount() {
    try (var priming = Priming.begin()) {
      assertThat(priming.environment())
          .containsEntry("AWS_ACCESS_KEY_ID", "priming")
          .hasEntrySatisfying(
              "AWS_ENDPOINT_URL", url -> assertThat(url).startsWith("http://127.0.0.1:"))
          .allSatisfy((name, value) -> assertThat(value).doesNotContain("picasso-"));
    }
  }

  @Test
  void hooksIntoSnapshotsOnlyWhereTheyAreTaken() throws Exception {
    System.setProperty(
        "org.crac.Core.Compat", ai.myrecruiter.picasso.runtime.crac.Core.class.getPackageName());
    var ran = new AtomicInteger();
    assertThat(SnapshotHook.register(Map.of(), ran::incrementAndGet, ran::incrementAndGet))
        .isEmpty();
    var hook =
        SnapshotHook.register(
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
                ran::incrementAndGet,
                () -> ran.addAndGet(10))
            .orElseThrow();
    hook.beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(ran).hasValue(1);
    hook.afterRestore(org.crac.Core.getGlobalContext());
    assertThat(ran).hasValue(11);
  }
}
