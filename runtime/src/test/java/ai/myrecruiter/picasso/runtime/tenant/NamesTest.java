package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "Example.ORG, example.org",
    "example.org:8080, example.org",
    "example.org:, example.org",
    "example.org., example.org",
    "127.0.0.1:80, 127.0.0.1",
    "[::1]:443, [::1]",
    "[::1], [::1]"
  })
  void hostsComeDownToOneForm(String header, String host) {
    assertThat(HostName.parse(header)).contains(new HostName(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a..b",
        "-a",
        "a b",
        "a/b",
        "user@host",
        "a,b",
        "a\tb",
        "ex\u00e4mple.org",
        "a:b",
        "http://a",
        "[::1",
        ":80",
        "*",
        "a.example:999999"
      })
  void whatIsNoHostIsNone(String header) {
    assertThat(HostName.parse(header)).isEmpty();
  }

  @Test
  void aHostOfAMegabyteIsNone() {
    assertThat(HostName.parse("a".repeat(1_000_000))).isEmpty();
    assertThat(HostName.parse("a".repeat(254))).isEmpty();
    assertThat(HostName.parse("a".repeat(253))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a_b", "a b", "a#b", "a\n"})
  void whatIsNoTenantIdCannotBeOne(String value) {
    assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tenantsOfAListShareNothing() {
    var off = new StreamingFlag.Off();
    var hash = new TenantHash("f4a1c09e");
    var host = new HostName("a.example.org");
    var one = new Tenant(new TenantId("one"), hash, Set.of(host), off);
    var sameHash = new Tenant(new TenantId("two"), hash, Set.of(), off);
    var sameHost = new Tenant(new TenantId("two"), new TenantHash("00000000"), Set.of(host), off);
    assertThatThrownBy(() -> new FixedTenants(List.of(one, sameHash)))
        .hasMessageContaining("one and two");
    assertThatThrownBy(() -> new FixedTenants(List.of(one, sameHost)))
        .hasMessageContaining("one and two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a,,b", "http://a", ".", "A"})
  void aListOfSharedHostsHoldsHostsAndSuffixesOnly(String list) {
    assertThatThrownBy(() -> SharedHosts.parse(list)).isInstanceOf(IllegalArgumentException.class);
  }
}
