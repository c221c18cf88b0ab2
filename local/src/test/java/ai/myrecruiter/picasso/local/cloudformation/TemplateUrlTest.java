package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://my.bucket.s3.us-east-1.amazonaws.com/a/k.json",
        "https://my.bucket.s3.amazonaws.com/a/k.json",
        "https://s3.us-east-1.amazonaws.com/my.bucket/a/k.json",
        "http://127.0.0.1:4566/my.bucket/a/k.json"
      })
  void findsTheBucketInHostOrPath(String url) {
    assertThat(TemplateUrl.of(url)).isEqualTo(new TemplateUrl("my.bucket", "a/k.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a url",
        "/bucket/key",
        "https://s3.amazonaws.com/bucket",
        "https://b.s3.amazonaws.com/",
        "https://s3.amazonaws.com/bucket/"
      })
  void refusesWhatIsNoObject(String url) {
    assertThatThrownBy(() -> TemplateUrl.of(url))
        .hasMessageContaining("TemplateURL must be a supported URL.");
  }
}
