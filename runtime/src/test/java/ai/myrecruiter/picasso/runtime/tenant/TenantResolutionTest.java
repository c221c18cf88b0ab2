package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TenantResolutionTest {
  private static final Tenant NORTH = tenant("north", "f4a1c09e", "north.chat.example.org");
  private static final Tenant LAKE = tenant("lake", "0b77d25c", "lake.chat.example.org");
  private final CrossTenantAttempts attempts = new CrossTenantAttempts();
  private final TenantResolution resolution =
      new TenantResolution(
          new FixedTenants(List.of(NORTH, LAKE)),
          SharedHosts.parse("127.0.0.1, .lambda-url.us-east-1.on.aws"),
          attempts);

  private static Tenant tenant(String id, String hash, String host) {
    return new Tenant(
        new TenantId(id),
        new TenantHash(hash),
        Set.of(new HostName(host)),
        new StreamingFlag.Off());
  }

  @ParameterizedTest
  @CsvSource({
    "north.chat.example.org, , north",
    "north.chat.example.org, f4a1c09e, north",
    "NORTH.chat.Example.org:443, f4a1c09e, north",
    "north.chat.example.org., f4a1c09e, north",
    "north.chat.example.org, 0b77d25c, tenant_mismatch",
    "north.chat.example.org, ffffffff, tenant_mismatch",
    "north.chat.example.org, '', tenant_mismatch",
    "north.chat.example.org, F4A1C09E, tenant_mismatch",
    "127.0.0.1:9000, f4a1c09e, north",
    "127.0.0.1, 0b77d25c, lake",
    "abc.lambda-url.us-east-1.on.aws, 0b77d25c, lake",
    "127.0.0.1, , missing_tenant",
    "127.0.0.1, ffffffff, unknown_tenant",
    "127.0.0.1, '../tenant#north', unknown_tenant",
    "evil.example.com, f4a1c09e, unknown_host",
    "evil.example.com, , unknown_host",
    "lambda-url.us-east-1.on.aws, f4a1c09e, unknown_host",
    "evillambda-url.us-east-1.on.aws, f4a1c09e, unknown_host",
    "north.chat.example.org.evil.com, f4a1c09e, unknown_host",
    "evil@north.chat.example.org, f4a1c09e, bad_host",
    "'north.chat.example.org, lake.chat.example.org', f4a1c09e, bad_host",
    "'', f4a1c09e, bad_host",
    ", f4a1c09e, bad_host",
  })
  void infersTheTenantFromHostAndHash(
      @Nullable String host, @Nullable String hash, String outcome) {
    var resolved = resolution.resolve(Optional.ofNullable(host), Optional.ofNullable(hash));
    assertThat(
            switch (resolved) {
              case Resolution.Resolved(Tenant tenant) -> tenant.id().value();
              case Resolution.Refused(Resolution.Reason reason) -> reason.code();
            })
        .isEqualTo(outcome);
    assertThat(attempts.count()).isEqualTo(outcome.equals("tenant_mismatch") ? 1 : 0);
  }

  @Test
  void withoutTheRegistryNobodyIsLetIn() {
    var broken =
        new Tenants() {
          @Override
          public Optional<Tenant> byHost(HostName host) {
            throw new TenantsUnavailable(new IllegalStateException("down"));
          }

          @Override
          public Optional<Tenant> byHash(TenantHash hash) {
            throw new TenantsUnavailable(new IllegalStateException("down"));
          }
        };
    var resolved =
        new TenantResolution(broken, SharedHosts.parse(""), attempts)
            .resolve(Optional.of("north.chat.example.org"), Optional.empty());
    assertThat(resolved).isEqualTo(new Resolution.Refused(Resolution.Reason.UNAVAILABLE));
    assertThat(Resolution.Reason.UNAVAILABLE.status()).isEqualTo(503);
  }
}
