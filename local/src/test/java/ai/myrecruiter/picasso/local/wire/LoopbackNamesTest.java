package ai.myrecruiter.picasso.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopbackNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "127.0.0.1:8083",
        "[::1]:8083",
        "LOCALHOST:1",
        "sync-localhost:8083",
        "sync-127.0.0.1",
        "host.docker.internal:3001"
      })
  void includeTheLoopback(String host) {
    assertThat(LoopbackNames.include(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example:8083",
        "",
        "[::2]:1",
        "sync-",
        "sync-evil.example",
        "sync-sync-localhost"
      })
  void includeNoOther(String host) {
    assertThat(LoopbackNames.include(host)).isFalse();
  }

  @Test
  void includeNoRequestWithoutAName() {
    assertThat(LoopbackNames.include(null)).isFalse();
  }
}
