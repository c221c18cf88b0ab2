package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.aws.Clients;
import ai.myrecruiter.picasso.local.lambda.ProcessExit;
import ai.myrecruiter.picasso.local.sdk.WatchedClient;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Ends the process of a command just before one of its calls. */
final class MortalAccount {
  private final int at;
  private int made;

  /**
   * An end of a process.
   *
   * @param at the number of the call that is not made any more, from 1 on; 0 for none
   */
  MortalAccount(int at) {
    this.at = at;
  }

  /** How many calls were made or tried. */
  int made() {
    return made;
  }

  Account of(Account account) {
    return new Account(
        new Clients(
            mortal(SfnClient.class, account.clients().sfn()),
            mortal(DynamoDbClient.class, account.clients().dynamoDb())),
        mortal(CloudFormationClient.class, account.cloudFormation()),
        mortal(LambdaClient.class, account.lambda()),
        mortal(CloudWatchClient.class, account.cloudWatch()),
        mortal(SecretsManagerClient.class, account.secrets()),
        mortal(S3Client.class, account.s3()),
        mortal(StsClient.class, account.sts()),
        account.region());
  }

  private <C extends SdkClient> C mortal(Class<C> type, C client) {
    return WatchedClient.of(
        type,
        client,
        request -> {
          if (++made == at) {
            throw new ProcessExit();
          }
        });
  }
}
