package ai.myrecruiter.picasso.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

final class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Test
  void givesTheLastValueByNameAndByArn() {
    var arn = secrets.create("keys");
    secrets.put("keys", "one");
    secrets.put(arn, "two");
    for (var id : new String[] {"keys", arn}) {
      var secret = secrets.client().getSecretValue(get -> get.secretId(id));
      assertThat(secret.secretString()).isEqualTo("two");
      assertThat(secret.name()).isEqualTo("keys");
      assertThat(secret.arn()).isEqualTo(arn).startsWith("arn:aws:secretsmanager:");
    }
  }

  @Test
  void takesAValueFromItsClient() {
    secrets.create("keys");
    var put = secrets.client().putSecretValue(r -> r.secretId("keys").secretString("value"));
    assertThat(put.name()).isEqualTo("keys");
    assertThat(secrets.client().getSecretValue(get -> get.secretId("keys")).secretString())
        .isEqualTo("value");
  }

  @Test
  void refusesAnUnknownSecretAndOneWithoutValueApart() {
    secrets.create("empty");
    assertThatThrownBy(() -> secrets.client().getSecretValue(get -> get.secretId("nobody")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("can't find the specified secret: nobody");
    assertThatThrownBy(() -> secrets.client().getSecretValue(get -> get.secretId("empty")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("AWSCURRENT");
    assertThatThrownBy(() -> secrets.put("nobody", "value"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesASecondSecretOfAName() {
    secrets.create("keys");
    secrets.put("keys", "kept");
    assertThatThrownBy(() -> secrets.create("keys"))
        .isInstanceOf(ResourceExistsException.class)
        .hasMessageContaining("keys");
    assertThat(secrets.client().getSecretValue(get -> get.secretId("keys")).secretString())
        .isEqualTo("kept");
  }
}
