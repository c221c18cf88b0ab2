package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.secrets.Secrets;
import java.util.Map;
import java.util.Set;

/** Secrets of the stage's Secrets Manager, made without a value as the template has none. */
final class SecretType {
  private final Secrets secrets;

  SecretType(Secrets secrets) {
    this.secrets = secrets;
  }

  StagedType type() {
    return new StagedType(
            "AWS::SecretsManager::Secret",
            PropertyRules.effective("Name")
                .withoutEffect("Description", "the stage shows no list of secrets to people")
                .withoutEffect("KmsKeyId", "the stage's secrets never leave memory"),
            Set.of("Id"),
            request -> {
              var arn = secrets.create(request.name("Name"));
              return new Created(arn, Map.of("Id", arn));
            })
        .with((request, existing) -> existing, (request, it) -> secrets.delete(it.physicalId()));
  }
}
