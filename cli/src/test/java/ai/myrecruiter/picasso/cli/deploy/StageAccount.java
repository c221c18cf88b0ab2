package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.stage.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.*;

/** INTERIM: S3 and STS of a stage until it has them itself. */
final class StageAccount {
  private final Stage stage;
  StageAccount(Stage stage) { this.stage = stage; }
  boolean bucket = true;

  S3Client s3() { return LoudClient.of(S3Client.class, new S3Calls()); }
  StsClient sts() { return LoudClient.of(StsClient.class, new StsCalls()); }

  software.amazon.awssdk.services.lambda.LambdaClient lambda() {
    return (software.amazon.awssdk.services.lambda.LambdaClient)
        java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {software.amazon.awssdk.services.lambda.LambdaClient.class},
            (p, m, a) -> {
              if (m.getName().equals("getAccountSettings")) return software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse.builder().accountLimit(l -> l.concurrentExecutions(1000).unreservedConcurrentExecutions(900)).build();
              try { return m.invoke(stage.lambda(), a); } catch (java.lang.reflect.InvocationTargetException e) { throw e.getCause(); }
            });
  }

  final class S3Calls {
    public HeadBucketResponse headBucket(HeadBucketRequest r) {
      if (!bucket) throw (S3Exception) S3Exception.builder().statusCode(404).message("no").build();
      return HeadBucketResponse.builder().build(); }
    public HeadObjectResponse headObject(HeadObjectRequest r) {
      if (stage.stacksService().uploads().find(r.key()).isEmpty()) throw NoSuchKeyException.builder().statusCode(404).message("no").build();
      return HeadObjectResponse.builder().build(); }
    public PutObjectResponse putObject(PutObjectRequest r, RequestBody b) {
      try { var f = Files.createTempFile("picasso-asset", ".bin"); f.toFile().deleteOnExit();
        Files.write(f, b.contentStreamProvider().newStream().readAllBytes());
        stage.stacksService().uploads().put(r.key(), f);
      } catch (IOException e) { throw new UncheckedIOException(e); }
      return PutObjectResponse.builder().build(); }
  }
  static final class StsCalls {
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest r) {
      return GetCallerIdentityResponse.builder().account("000000000000").arn("arn:aws:iam::000000000000:user/test").build(); }
  }
}
