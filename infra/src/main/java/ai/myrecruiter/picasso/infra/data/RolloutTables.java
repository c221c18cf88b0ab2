package ai.myrecruiter.picasso.infra.data;

import static ai.myrecruiter.picasso.infra.data.TableBuilder.string;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The tables of leases and of the records of rollouts. */
final class RolloutTables {
  RolloutTables(Construct scope, EnvironmentSettings settings, IKey key) {
    var tables = new TableBuilder(scope, settings, key);
    tables.make("Leases", "leases", tables.defaults().partitionKey(string("environment")));
    tables.make(
        "Rollouts",
        "rollouts",
        tables.defaults().partitionKey(string("environment")).sortKey(string("rolloutId")));
  }
}
