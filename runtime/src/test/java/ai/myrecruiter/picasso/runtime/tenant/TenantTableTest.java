package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.runtime.jwt.LocalTables;
import ai.myrecruiter.picasso.runtime.jwt.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class TenantTableTest {
  private static final TenantHash HASH = new TenantHash("f4a1c09e");
  private static final HostName HOST = new HostName("north.chat.example.org");
  private static final TenantId ID = new TenantId("north");
  private final SetClock clock = new SetClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final DynamoDbClient dynamoDb = LocalTables.create();
  private final TenantTable table = new TenantTable(dynamoDb, LocalTables.TENANTS, clock);
  private final TenantTable elsewhere = new TenantTable(dynamoDb, LocalTables.TENANTS, clock);

  private static Tenant north(StreamingFlag streaming) {
    return new Tenant(ID, HASH, Set.of(HOST), streaming);
  }

  @Test
  void findsByHostAndByHashWhatWasRegistered() {
    for (var flag :
        new StreamingFlag[] {
          new StreamingFlag.Off(),
          new StreamingFlag.On(),
          new StreamingFlag.Listed(Set.of("a", "b")),
          new StreamingFlag.Listed(Set.of()),
          new StreamingFlag.Percentage(25, "north")
        }) {
      var fresh = new TenantTable(LocalTables.create(), LocalTables.TENANTS, clock);
      fresh.register(north(flag));
      assertThat(fresh.byHost(HOST)).contains(north(flag));
      assertThat(fresh.byHash(HASH)).contains(north(flag));
      assertThat(fresh.byHost(new HostName("other.example.org"))).isEmpty();
      assertThat(fresh.byHash(new TenantHash("00000000"))).isEmpty();
    }
  }

  @Test
  void noTwoTenantsShareAnIdAHashOrAHost() {
    table.register(north(new StreamingFlag.Off()));
    var off = new StreamingFlag.Off();
    var other = new TenantId("other");
    var hash = new TenantHash("11111111");
    taken(new Tenant(ID, hash, Set.of(), off));
    taken(new Tenant(other, HASH, Set.of(), off));
    taken(new Tenant(other, hash, Set.of(HOST, new HostName("free.example.org")), off));
    assertThat(elsewhere.byHash(hash)).isEmpty();
    assertThat(elsewhere.byHost(new HostName("free.example.org"))).isEmpty();
  }

  private void taken(Tenant tenant) {
    assertThatThrownBy(() -> table.register(tenant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
  }

  @Test
  void aFlagIsOffEverywhereWithinHalfAMinute() {
    table.register(north(new StreamingFlag.On()));
    assertThat(elsewhere.byHost(HOST)).contains(north(new StreamingFlag.On()));
    table.setStreaming(ID, new StreamingFlag.Off());
    assertThat(table.byHost(HOST)).contains(north(new StreamingFlag.Off()));
    clock.advance(TenantTable.CACHE.minus(Duration.ofMillis(1)));
    assertThat(elsewhere.byHost(HOST)).contains(north(new StreamingFlag.On()));
    clock.advance(Duration.ofMillis(1));
    assertThat(elsewhere.byHost(HOST)).contains(north(new StreamingFlag.Off()));
  }

  @Test
  void aTenantThatIsNotRegisteredHasNoFlag() {
    assertThatThrownBy(() -> table.setStreaming(ID, new StreamingFlag.On()))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(table.byHash(HASH)).isEmpty();
  }

  @Test
  void remembersAbsenceToo() {
    assertThat(elsewhere.byHash(HASH)).isEmpty();
    table.register(north(new StreamingFlag.On()));
    assertThat(elsewhere.byHash(HASH)).isEmpty();
    clock.advance(TenantTable.CACHE);
    assertThat(elsewhere.byHash(HASH)).isPresent();
  }

  @Test
  void aBrokenItemOrAMissingTableIsUnavailableAndNotRemembered() {
    table.register(north(new StreamingFlag.On()));
    set("streaming", "sometimes");
    assertThatThrownBy(() -> elsewhere.byHost(HOST)).isInstanceOf(TenantsUnavailable.class);
    set("streaming", "on");
    assertThat(elsewhere.byHost(HOST)).isPresent();
    dynamoDb.deleteTable(request -> request.tableName(LocalTables.TENANTS));
    clock.advance(TenantTable.CACHE);
    assertThatThrownBy(() -> elsewhere.byHost(HOST)).isInstanceOf(TenantsUnavailable.class);
  }

  private void set(String attribute, String value) {
    dynamoDb.updateItem(request ->
        request
            .tableName(LocalTables.TENANTS)
            .key(Map.of("key", AttributeValue.fromS("tenant#north")))
            .updateExpression("SET #a = :v")
            .expressionAttributeNames(Map.of("#a", attribute))
            .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
  }
}
