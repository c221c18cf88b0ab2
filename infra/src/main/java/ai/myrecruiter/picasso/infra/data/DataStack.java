package ai.myrecruiter.picasso.infra.data;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.ManagedKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * What outlives every deployment: the tables, the secrets, and the key that both are encrypted
 * with. Other stacks know them by name, so that no export holds a stateless stack to this one.
 */
public final class DataStack extends Stack {
  /** Adds the stack {@code picasso-<environment>-data} to the app. */
  public DataStack(Construct app, EnvironmentSettings settings) {
    super(app, settings.named("data"), settings.stack("tables, keys and secrets"));
    var key = key(settings);
    new PayloadTables(this, settings, key);
    new RolloutTables(this, settings, key);
    new KeyRingSecrets(this, settings, key);
  }

  /**
   * The key. IAM cannot name it by a name, so its policy says who may use it: the roles of the
   * environment, through DynamoDB and Secrets Manager, whose own permissions decide on what.
   */
  private Key key(EnvironmentSettings settings) {
    var key =
        ManagedKey.create(
            this,
            settings,
            "DataKey",
            "data",
            "Tables and secrets of " + settings.name(),
            settings.removal());
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("RolesOfTheEnvironmentThroughItsStores")
            .principals(List.of(new AnyPrincipal()))
            .actions(
                List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"))
            .resources(List.of("*"))
            .conditions(
                new TreeMap<>(
                    Map.of(
                        "ArnLike",
                        Map.of("aws:PrincipalArn", roles(settings)),
                        "StringEquals",
                        new TreeMap<>(
                            Map.of(
                                "kms:CallerAccount",
                                Aws.ACCOUNT_ID,
                                "kms:ViaService",
                                List.of(service("dynamodb"), service("secretsmanager")))))))
            .build());
    return key;
  }

  private static String roles(EnvironmentSettings settings) {
    return "arn:%s:iam::%s:role/%s".formatted(Aws.PARTITION, Aws.ACCOUNT_ID, settings.named("*"));
  }

  private static String service(String name) {
    return name + "." + Aws.REGION + ".amazonaws.com";
  }
}
