package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.StoreNames;
import ai.myrecruiter.picasso.runtime.jwt.Algorithm;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.SecretKeySource;
import ai.myrecruiter.picasso.runtime.redaction.Redactors;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.TenantTable;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;

/**
 * Makes the service from environment variables: {@code PICASSO_JWT_SIGNING_SECRET}, {@code
 * PICASSO_TOKENS_TABLE}, {@code PICASSO_TENANTS_TABLE}, {@code PICASSO_SHARED_HOSTS}, {@code
 * PICASSO_MODEL_ID} and the tables of {@link StoreNames}; if given, {@code PICASSO_STREAMING_URL},
 * {@code PICASSO_GUARDRAIL_ID} with {@code PICASSO_GUARDRAIL_VERSION}, and {@code
 * PICASSO_ISSUE_LIMIT} (tokens a minute and address, default 60).
 */
final class Wiring {
  private static final String DEFAULT_LIMIT = "60";

  private Wiring() {}

  static Service of(Map<String, String> environment) {
    var clients = Clients.of(environment);
    var clock = InstantSource.system();
    var random = new SecureRandom();
    return new Assembly(
            new KeyCache(
                SecretKeySource.signing(
                    clients.secrets(),
                    required(environment, "PICASSO_JWT_SIGNING_SECRET"),
                    EnumSet.of(Algorithm.ES256)),
                clock),
            clients.dynamoDb(),
            required(environment, "PICASSO_TOKENS_TABLE"),
            new TenantTable(
                clients.dynamoDb(), required(environment, "PICASSO_TENANTS_TABLE"), clock),
            SharedHosts.parse(environment.getOrDefault("PICASSO_SHARED_HOSTS", "")),
            new Conversations(
                clients.dynamoDb(),
                StoreNames.of(environment),
                Redactors.of(new AwsAccess(environment), clients::bedrock),
                clock,
                random),
            new ConverseModel(clients.bedrock(), required(environment, "PICASSO_MODEL_ID")),
            new StreamingRoute(environment.getOrDefault("PICASSO_STREAMING_URL", "")),
            new IssueLimit(
                clock,
                Integer.parseInt(environment.getOrDefault("PICASSO_ISSUE_LIMIT", DEFAULT_LIMIT))),
            clock,
            random)
        .service();
  }

  private static String required(Map<String, String> environment, String variable) {
    var value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new IllegalStateException(
          "environment variable %s is not set: the template of the payload gives it"
              .formatted(variable));
    }
    return value;
  }
}
