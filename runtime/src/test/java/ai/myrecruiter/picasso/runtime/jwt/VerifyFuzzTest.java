package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Seeded noise: verify and rotate answer with a refusal, never throw, never accept. */
final class VerifyFuzzTest {
  private static final int CASES = 3_000;
  private final Stage stage = new Stage();
  private final String good = stage.issue(Purpose.STREAM).compact();

  @Test
  void mutilatedTokensAreRefused() {
    run("mutilated", random -> mutilate(random, good), this::refused);
  }

  @Test
  void mutilatedContentsUnderAGoodSignatureNeverThrow() {
    run("signed noise", this::signedNoise, this::answered);
  }

  @Test
  void noiseIsRefused() {
    run("noise", VerifyFuzzTest::noise, this::refused);
  }

  @Test
  void noiseIsNoRefreshToken() {
    var token = stage.refresh.begin(Stage.NORTH, Stage.SESSION, Stage.NEW).value();
    run(
        "refresh noise",
        random -> random.nextBoolean() ? mutilate(random, token) : noise(random),
        text -> {
          if (!text.equals(token)) {
            assertThat(stage.refresh.rotate(Stage.NORTH, text))
                .isEqualTo(new Rejection(Reason.UNKNOWN_REFRESH));
          }
        });
  }

  private interface Check {
    void accept(String text);
  }

  private interface Maker {
    String make(RandomGenerator random);
  }

  private void run(String what, Maker maker, Check check) {
    long first = Long.getLong("picasso.seed", 1);
    for (var seed = first; seed < first + CASES; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      try {
        check.accept(maker.make(random));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            ("%s, seed %d; repeat: mvn -pl runtime test -Dtest=VerifyFuzzTest"
                    + " -Dpicasso.seed=%d")
                .formatted(what, seed, seed),
            e);
      }
    }
    System.out.printf("fuzz, %s: %d cases from seed %d%n", what, CASES, first);
  }

  private void refused(String text) {
    if (!text.equals(good)) {
      assertThat(stage.verifier.verify(text, Purpose.STREAM, Stage.NORTH))
          .isInstanceOf(Rejection.class);
    }
  }

  /** What the mutation left valid may pass; what passes must be this tenant's and in force. */
  private void answered(String text) {
    if (stage.verifier.verify(text, Purpose.STREAM, Stage.NORTH) instanceof VerifiedToken token) {
      assertThat(token.tenant()).isEqualTo(Stage.NORTH);
      assertThat(token.expiresAt()).isAfter(Stage.BEGIN.minus(Lifetimes.SKEW));
      assertThat(token.expiresAt())
          .isBeforeOrEqualTo(Stage.BEGIN.plus(Lifetimes.TOKEN).plus(Lifetimes.SKEW));
    }
  }

  private String signedNoise(RandomGenerator random) {
    var parts = good.split("\\.", -1);
    int which = random.nextInt(2);
    var json = new String(Base64.getUrlDecoder().decode(parts[which]), StandardCharsets.ISO_8859_1);
    var changed = mutilate(random, json).getBytes(StandardCharsets.ISO_8859_1);
    parts[which] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
    return stage.sign(Purpose.STREAM, parts[0] + "." + parts[1]);
  }

  private static String noise(RandomGenerator random) {
    var text = new StringBuilder();
    int length = random.nextInt(3_000);
    int top = random.nextBoolean() ? 128 : 0x10000;
    for (int i = 0; i < length; i++) {
      text.append((char) (random.nextInt(40) == 0 ? '.' : random.nextInt(top)));
    }
    return text.toString();
  }

  private static String mutilate(RandomGenerator random, String text) {
    var changed = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !changed.isEmpty(); i++) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(5)) {
        case 0 -> changed.setCharAt(at, (char) random.nextInt(256));
        case 1 -> changed.deleteCharAt(at);
        case 2 -> changed.insert(at, (char) random.nextInt(128));
        case 3 -> changed.setLength(at);
        default -> changed.insert(at, changed.substring(at));
      }
    }
    return changed.toString();
  }
}
