package ai.myrecruiter.picasso.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EncodedTest {
  @Test
  void segmentsAreDecodedOneByOne() {
    assertThat(Encoded.segments("/a/arn%3Aaws%3Alambda%2Fx/b+c//"))
        .containsExactly("a", "arn:aws:lambda/x", "b+c");
    assertThat(Encoded.segments("/")).isEmpty();
  }

  @Test
  void whatIsNotAnEncodingStaysAsItIs() {
    assertThat(Encoded.segments("/50%")).containsExactly("50%");
  }

  @Test
  void queriesAreDecodedAndTheFirstOfTwoCounts() {
    assertThat(Encoded.query("Qualifier=%24LATEST&a=b+c&a=d&flag"))
        .containsEntry("Qualifier", "$LATEST")
        .containsEntry("a", "b c")
        .containsEntry("flag", "");
    assertThat(Encoded.query(null)).isEmpty();
  }
}
