package ai.myrecruiter.picasso.infra.environment;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The log groups of a stack, all encrypted with a key of the stack.
 *
 * <p>CloudWatch Logs finds no key by its alias, and a stack takes nothing from another by export,
 * so each stack that writes logs has a key of its own. Only CloudWatch Logs may use it, and only
 * for log groups of the environment: it names the group in the encryption context.
 */
public final class LogGroups {
  /** Where log groups of the product are, before {@code picasso-<environment>-}. */
  private static final List<String> PLACES =
      List.of("/aws/lambda/", "/aws/vendedlogs/states/", "/aws/vendedlogs/apigateway/");

  private final Construct scope;
  private final EnvironmentSettings settings;
  private final IKey key;

  /**
   * Adds the key to a stack.
   *
   * @param name of the stack, such as {@code workflows}: its logs and key end as the stack does
   */
  public LogGroups(Construct scope, EnvironmentSettings settings, String name) {
    this.scope = scope;
    this.settings = settings;
    this.key = key(scope, settings, name);
  }

  private static Key key(Construct scope, EnvironmentSettings settings, String name) {
    var key =
        ManagedKey.create(
            scope,
            settings,
            "LogKey",
            name + "-logs",
            "Logs of the stack %s of %s".formatted(name, settings.name()),
            settings.removal());
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("LogGroupsOfTheEnvironment")
            .principals(
                List.of(new ServicePrincipal("logs.%s.amazonaws.com".formatted(Aws.REGION))))
            .actions(
                List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey*",
                    "kms:ReEncrypt*"))
            .resources(List.of("*"))
            .conditions(
                Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups(settings))))
            .build());
    return key;
  }

  private static List<String> groups(EnvironmentSettings settings) {
    return PLACES.stream()
        .map(place -> EnvironmentSettings.arn("logs", "log-group:" + place + settings.named("*")))
        .toList();
  }

  /** The log group of a function, kept as long as the environment says. */
  public LogGroup ofFunction(String id, String function) {
    return create(id, "/aws/lambda/" + function);
  }

  /**
   * A log group that a service writes to in the name of one of the environment's resources.
   *
   * @param service such as {@code states}
   */
  public LogGroup vended(String id, String service, String resource) {
    return create(id, "/aws/vendedlogs/" + service + "/" + resource);
  }

  private LogGroup create(String id, String name) {
    return LogGroup.Builder.create(scope, id)
        .logGroupName(name)
        .encryptionKey(key)
        .retention(settings.logRetention())
        .removalPolicy(settings.removal())
        .build();
  }
}
