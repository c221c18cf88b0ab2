package ai.myrecruiter.picasso.local.engine.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class KnownDefinitionsTest {
  private static final Dialect STANDARD =
      new Dialect(WorkflowType.STANDARD, Dialect.Tasks.OF_THE_STAGE);
  private static final Dialect EXPRESS =
      new Dialect(WorkflowType.EXPRESS, Dialect.Tasks.OF_THE_STAGE);

  private static String machine(String name) {
    return "{\"StartAt\": \"%s\", \"States\": {\"%s\": {\"Type\": \"Succeed\"}}}"
        .formatted(name, name);
  }

  @Test
  void theSameTextIsReadOnceForEachDialect() {
    var text = machine("Once");
    var standard = Definition.parse(text, STANDARD);
    assertThat(Definition.parse(machine("Once"), STANDARD)).isSameAs(standard);
    assertThat(Definition.parse(text, EXPRESS).timeout())
        .as("an Express machine ends after five minutes")
        .isPresent();
    assertThat(standard.timeout()).isEmpty();
  }

  @Test
  void aRefusedTextIsRefusedAgain() {
    var text = "{\"StartAt\": \"Nowhere\", \"States\": {}}";
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Definition.parse(text, STANDARD))
          .isInstanceOf(DefinitionRefused.class);
    }
  }

  @Test
  void onlyTheLatestAreKept() {
    var known = new KnownDefinitions();
    var definition = Definition.parse(machine("Kept"), STANDARD);
    for (int i = 0; i < 40; i++) {
      known.keep("text " + i, STANDARD, definition);
      assertThat(known.find("text 0", STANDARD)).as("asked for all the time").isPresent();
    }
    assertThat(known.find("text 1", STANDARD)).isEmpty();
    assertThat(known.find("text 39", STANDARD)).isPresent();
  }
}
