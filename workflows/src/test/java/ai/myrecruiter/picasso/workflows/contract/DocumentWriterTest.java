package ai.myrecruiter.picasso.workflows.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One seed of the random documents repeats with {@code -Dpicasso.seed=N}. */
final class DocumentWriterTest {
  private static final long SEED = Long.getLong("picasso.seed", 20_261_124L);
  private static final AtomicInteger TAKEN_APART = new AtomicInteger();

  @KeepsText
  record Line(String text, Optional<Double> number, List<Line> inside) {
    @Override
    public String text() {
      TAKEN_APART.incrementAndGet();
      return text;
    }
  }

  record Document(String name, List<Line> lines, Optional<Line> last) {}

  private final DocumentWriter writer = new DocumentWriter();

  private static Line line(String text) {
    return new Line(text, Optional.of(0.1), List.of());
  }

  @Test
  void writesWhatContractsWrite() {
    var random = new Random(SEED);
    var lines = new ArrayList<Line>();
    for (var i = 0; i < 300; i++) {
      if (!lines.isEmpty() && random.nextInt(3) == 0) {
        lines.remove(random.nextInt(lines.size()));
      }
      lines.add(random(random, lines));
      var document = new Document("d" + i, List.copyOf(lines), Optional.of(lines.getFirst()));
      assertThat(writer.write(document))
          .as("document %d of seed %d", i, SEED)
          .isEqualTo(Contracts.write(document));
    }
  }

  private static Line random(Random random, List<Line> known) {
    var number = random.nextBoolean() ? Optional.of(random.nextDouble()) : Optional.<Double>empty();
    var inside =
        random.nextBoolean() && !known.isEmpty() ? List.of(known.getLast()) : List.<Line>of();
    return new Line("line \"%d\" \u00e9\n".formatted(random.nextInt()), number, inside);
  }

  @Test
  void takesAPartApartOnceWhileItStaysTheSameObject() {
    var line = line("a");
    writer.write(new Document("one", List.of(line), Optional.empty()));
    var before = TAKEN_APART.get();
    assertThat(writer.write(new Document("two", List.of(line), Optional.of(line))))
        .isEqualTo(
            """
            {"last":{"inside":[],"number":0.1,"text":"a"},\
            "lines":[{"inside":[],"number":0.1,"text":"a"}],"name":"two"}\
            """);
    assertThat(TAKEN_APART.get()).isEqualTo(before);
  }

  @Test
  void writesAnEqualPartThatIsAnotherObjectAnew() {
    writer.write(new Document("one", List.of(line("a")), Optional.empty()));
    var before = TAKEN_APART.get();
    writer.write(new Document("two", List.of(line("a")), Optional.empty()));
    assertThat(TAKEN_APART.get()).isGreaterThan(before);
  }

  @Test
  void forgetsAPartThatTheDocumentNoLongerHas() {
    var line = line("a");
    writer.write(new Document("one", List.of(line), Optional.empty()));
    writer.write(new Document("two", List.of(), Optional.empty()));
    var before = TAKEN_APART.get();
    writer.write(new Document("three", List.of(line), Optional.empty()));
    assertThat(TAKEN_APART.get()).isGreaterThan(before);
  }

  @Test
  void refusesAPartWithoutAFormAndWritesTheNextDocument() {
    var endless = new Line("a", Optional.of(Double.POSITIVE_INFINITY), List.of());
    assertThatThrownBy(() -> writer.write(new Document("one", List.of(endless), Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Infinity has no form in JSON");
    var document = new Document("two", List.of(line("b")), Optional.empty());
    assertThat(writer.write(document)).isEqualTo(Contracts.write(document));
  }

  @Test
  void leavesTreesAndDocumentsWithoutKeptTextsAsTheyAre() {
    var document = new Document("one", List.of(line("a")), Optional.empty());
    assertThat(Contracts.read(Contracts.toNode(document), Document.class)).isEqualTo(document);
    assertThat(Contracts.read(writer.write(document), Document.class)).isEqualTo(document);
  }
}
