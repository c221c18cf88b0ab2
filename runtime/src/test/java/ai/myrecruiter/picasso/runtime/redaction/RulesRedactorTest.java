package ai.myrecruiter.picasso.runtime.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesRedactorTest {
  private final RulesRedactor redactor = new RulesRedactor();

  private String redacted(String text) {
    try {
      return redactor.redact(text).value();
    } catch (RedactionFailed e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void putsAMarkInPlaceOfWhatItTakesOut() {
    assertThat(redacted("I'm Ada Lovelace, born 1990-12-10, write to ada@example.com!"))
        .isEqualTo("I'm [NAME], born [DATE_OF_BIRTH], write to [EMAIL]!");
  }

  @Test
  void leavesTheRestAsItWas() {
    var text = "Take 500\u00a0mg ½ hour — before ８:30\u200b, order 4155550123 👍";
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, true",
    "4111111111111112, false",
    "378282246310005, true",
    "9400111899223100, false",
    "411111111111, false"
  })
  void knowsCardsByLuhn(String number, boolean card) {
    assertThat(redacted("number " + number + " ok").contains("[CARD]")).isEqualTo(card);
  }

  @Test
  void failsOnATextThatIsTooLongInsteadOfLettingItThrough() {
    assertThatThrownBy(() -> redactor.redact("a".repeat(25_001)))
        .isInstanceOfSatisfying(
            RedactionFailed.class,
            e -> assertThat(e.reason()).isEqualTo(RedactionFailed.Reason.TOO_LONG));
  }

  /** What was redacted is clean: redacting again changes nothing and never fails. */
  @Test
  void isIdempotentOnTheSample() {
    for (var line : LabelledSample.read()) {
      var once = redacted(line.text());
      assertThat(redacted(once)).isEqualTo(once);
    }
  }

  @Test
  void endsSoonOnWhatRegularExpressionsFear() {
    for (var hard :
        new String[] {"1 ", "a.", "1-", "my name is ", "Aa ", "(at) ", "12 Aa ", "\n"}) {
      var text = hard.repeat(20_000 / hard.length());
      assertThat(text)
          .satisfies(any -> {
            try {
              assertThat(redactor.redact(any).value()).isNotNull();
            } catch (RedactionFailed e) {
              assertThat(e.reason()).isEqualTo(RedactionFailed.Reason.RESIDUE);
            }
          });
    }
  }

  @Test
  void neverBreaksOnRandomText() {
    long seed = Long.getLong("picasso.seed", 20261124L);
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var text = randomText(random);
      assertThat(text)
          .as(
              "seed %d; repeat: mvn -pl runtime test -Dtest=RulesRedactorTest -Dpicasso.seed=%d",
              seed, seed)
          .satisfies(any -> {
            try {
              assertThat(redacted(redactor.redact(any).value())).isNotNull();
            } catch (RedactionFailed e) {
              assertThat(e.reason()).isEqualTo(RedactionFailed.Reason.RESIDUE);
            }
          });
    }
  }

  private static String randomText(Random random) {
    var alphabet = "0123456789 -.@()\nABab\u200b\u0660\ufdfa\ud83d\ude00\udc00'+#/ßé";
    var text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
