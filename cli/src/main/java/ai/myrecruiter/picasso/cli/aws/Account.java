package ai.myrecruiter.picasso.cli.aws;

import ai.myrecruiter.picasso.cli.shell.Settings;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An account as commands see it that deploy to it.
 *
 * @param clients state machines and tables
 * @param cloudFormation stacks
 * @param lambda functions, and the account's limits
 * @param cloudWatch alarms
 * @param secrets whether secrets are there, and the first values of some; none is ever read
 * @param s3 the bucket of assets
 * @param sts who calls
 * @param region where all of them are, such as {@code us-east-1}
 */
public record Account(
    Clients clients,
    CloudFormationClient cloudFormation,
    LambdaClient lambda,
    CloudWatchClient cloudWatch,
    SecretsManagerClient secrets,
    S3Client s3,
    StsClient sts,
    String region)
    implements AutoCloseable {
  /** The way to an account, which a test replaces by a stage in its own process. */
  @FunctionalInterface
  public interface Source {
    /** The account that the settings name; nothing is called yet. */
    Account open(Settings settings);
  }

  /** The account that the settings name; nothing is called yet. */
  public static Account open(Settings settings) {
    var http = Clients.http();
    var cloudFormation = Clients.configure(CloudFormationClient.builder(), settings, http).build();
    var s3 = Clients.configure(S3Client.builder(), settings, http);
    settings.endpoint().ifPresent(_ -> s3.forcePathStyle(true));
    return new Account(
        Clients.open(settings),
        cloudFormation,
        Clients.configure(LambdaClient.builder(), settings, http).build(),
        Clients.configure(CloudWatchClient.builder(), settings, http).build(),
        Clients.configure(SecretsManagerClient.builder(), settings, http).build(),
        s3.build(),
        Clients.configure(StsClient.builder(), settings, http).build(),
        cloudFormation.serviceClientConfiguration().region().id());
  }

  @Override
  public void close() {
    clients.close();
    cloudFormation.close();
    lambda.close();
    cloudWatch.close();
    secrets.close();
    s3.close();
    sts.close();
  }
}
