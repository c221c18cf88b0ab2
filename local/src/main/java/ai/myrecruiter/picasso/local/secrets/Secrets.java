package ai.myrecruiter.picasso.local.secrets;

import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import ai.myrecruiter.picasso.local.wire.JsonService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secrets of a stage, which end with it; from any thread. A secret may be without a value. */
public final class Secrets {
  /** A secret and its current value. */
  record Secret(String arn, String name, Optional<String> value) {}

  private static final int MAX_BODY_BYTES = 128 * 1024;
  private final Map<String, Secret> byName = new ConcurrentHashMap<>();

  /** Makes a secret without a value, and gives its ARN. */
  public String create(String name) {
    var arn = StageAccount.arn("secretsmanager", "secret:" + name + "-stage0");
    if (byName.putIfAbsent(name, new Secret(arn, name, Optional.empty())) != null) {
      throw SecretErrors.exists(name);
    }
    return arn;
  }

  /** Gives a secret a value. */
  public void put(String nameOrArn, String value) {
    var secret = require(nameOrArn);
    byName.put(secret.name(), new Secret(secret.arn(), secret.name(), Optional.of(value)));
  }

  /** Removes a secret at once; the stage has no time in which it could be restored. */
  public void delete(String nameOrArn) {
    byName.remove(require(nameOrArn).name());
  }

  Secret require(String nameOrArn) {
    return byName.values().stream()
        .filter(secret -> secret.name().equals(nameOrArn) || secret.arn().equals(nameOrArn))
        .findFirst()
        .orElseThrow(() -> SecretErrors.notFound(nameOrArn));
  }

  /** The service in the protocol of AWS (JSON 1.1). */
  public WireService service() {
    return JsonService.version11(
        "Secrets Manager",
        "secretsmanager.",
        MAX_BODY_BYTES,
        SdkOperations.of(new SecretCalls(this)));
  }

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public SecretsManagerClient client() {
    return LoudClient.of(SecretsManagerClient.class, new SecretCalls(this));
  }
}
