package ai.myrecruiter.picasso.workflows.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordWritersTest {
  private static final int TIMES = 2 * ComponentWriter.OFTEN;

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Nothing.class, name = "nothing")
  })
  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Nothing() implements Shape {}

  record Everything(
      boolean yes,
      int count,
      long many,
      double share,
      Optional<String> note,
      Optional<VersionNumber> version,
      @Nullable String text,
      @JsonProperty("renamed") Instant at,
      List<Shape> shapes,
      Shape shape,
      Map<String, Long> counts) {
    @JsonIgnore
    public boolean isIgnored() {
      return yes;
    }
  }

  record Failing(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("this record has no number");
    }
  }

  /** A record inside itself: the first values are written by reflection, the last are not. */
  private record Chain(int number, Optional<Chain> next) {}

  private static Everything everything(Optional<String> note, @Nullable String text) {
    return new Everything(
        true,
        -3,
        1L << 40,
        0.5,
        note,
        note.map(any -> new VersionNumber(7)),
        text,
        Instant.parse("2026-11-02T08:00:00Z"),
        List.of(new Circle(2.5), new Nothing()),
        new Circle(0.25),
        Map.of("b", 2L, "a", 1L));
  }

  @Test
  void aRecordIsWrittenTheSameHoweverOftenItIsWritten() {
    var there =
        """
        {"count":-3,"counts":{"a":1,"b":2},"many":1099511627776,"note":"n",\
        "renamed":"2026-11-02T08:00:00Z","shape":{"type":"circle","radius":0.25},"shapes":\
        [{"type":"circle","radius":2.5},{"type":"nothing"}],"share":0.5,"text":"t","version":"7",\
        "yes":true}\
        """;
    var absent =
        there.replace("\"note\":\"n\",", "").replace("\"text\":\"t\",\"version\":\"7\",", "");
    for (int i = 0; i < TIMES; i++) {
      assertThat(Contracts.write(everything(Optional.of("n"), "t"))).isEqualTo(there);
      assertThat(Contracts.write(everything(Optional.empty(), null))).isEqualTo(absent);
      assertThat(Contracts.toNode(everything(Optional.empty(), null)).toString()).isEqualTo(absent);
    }
  }

  @Test
  void whatAnAccessorThrowsIsSaidHoweverOftenItIsCalled() {
    for (int i = 0; i < TIMES; i++) {
      assertThatThrownBy(() -> Contracts.write(new Failing(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("this record has no number");
    }
  }

  @Test
  void oneDocumentMayBeWrittenPartlyBeforeAndPartlyAfter() {
    var chain = Optional.<Chain>empty();
    for (int i = 0; i < 400; i++) {
      chain = Optional.of(new Chain(i, chain));
    }
    var first = Contracts.write(chain.orElseThrow());
    for (int i = 0; i < 5; i++) {
      assertThat(Contracts.write(chain.orElseThrow())).isEqualTo(first);
    }
    assertThat(first).startsWith("{\"next\":{\"next\":").endsWith(",\"number\":399}");
  }

  @Test
  void manyThreadsWriteTheSame() throws Exception {
    var writing =
        Collections.<Callable<String>>nCopies(
            TIMES,
            () -> Contracts.write(new Chain(1, Optional.of(new Chain(2, Optional.empty())))));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var texts = new ArrayList<String>();
      for (var text : threads.invokeAll(writing)) {
        texts.add(text.get());
      }
      assertThat(texts).containsOnly("{\"next\":{\"number\":2},\"number\":1}");
    }
  }

  record Listed(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> names, int count) {}

  @Test
  void leavesOutAnEmptyListThatIsToBeLeftOut() {
    assertThat(Contracts.write(new Listed(List.of(), 1))).isEqualTo("{\"count\":1}");
    assertThat(Contracts.write(new Listed(List.of("a"), 1)))
        .isEqualTo("{\"count\":1,\"names\":[\"a\"]}");
  }
}
