package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TenantRegistryTest {
  private final TenantRegistry registry =
      new TenantRegistry(Map.of("one.example", "aaa", "two.example", "bbb"));

  @ParameterizedTest
  @CsvSource({
    "one.example, aaa, true",
    "ONE.example:443, aaa, true",
    "one.example, bbb, false",
    "one.example, zzz, false",
    "127.0.0.1:9000, bbb, true",
    "127.0.0.1:9000, zzz, false",
    "'', aaa, true",
    "one.example, , true",
    "127.0.0.1, , true"
  })
  void letsATenantThroughOnItsOwnHostAndOnSharedOnes(
      String host, @org.jspecify.annotations.Nullable String claimed, boolean fits) {
    assertThat(registry.fits(host, Optional.ofNullable(claimed))).isEqualTo(fits);
  }
}
