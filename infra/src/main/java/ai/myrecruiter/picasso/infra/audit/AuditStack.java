package ai.myrecruiter.picasso.infra.audit;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.ManagedKey;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Where evidence is kept: a bucket in which nobody, not even the account's root, can change or
 * delete an object before its time, and the key that evidence is signed with.
 */
public final class AuditStack extends Stack {
  /** Adds the stack {@code picasso-<environment>-audit} to the app. */
  public AuditStack(Construct app, EnvironmentSettings settings) {
    super(app, settings.named("audit"), settings.stack("evidence"));
    var window =
        Duration.days(EnvironmentSettings.days(settings.config().encryption().deletionWindow()));
    var evidenceKey =
        ManagedKey.create(
            this,
            settings,
            "EvidenceKey",
            "evidence",
            "Encrypts the evidence of " + settings.name(),
            RemovalPolicy.RETAIN);
    evidence(settings, evidenceKey, accessLogs(settings));
    Key.Builder.create(this, "SigningKey")
        .alias("alias/" + settings.named("evidence-signing"))
        .description("Signs the evidence of " + settings.name())
        .keySpec(KeySpec.ECC_NIST_P256)
        .keyUsage(KeyUsage.SIGN_VERIFY)
        .pendingWindow(window)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private Bucket accessLogs(EnvironmentSettings settings) {
    var kept = Duration.days(EnvironmentSettings.days(settings.config().retention().logs()));
    return Bucket.Builder.create(this, "AccessLogs")
        .bucketName(settings.config().bucket() + "-access-logs")
        .encryption(BucketEncryption.S3_MANAGED)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .enforceSsl(true)
        .minimumTlsVersion(1.2)
        .versioned(true)
        .lifecycleRules(
            List.of(
                LifecycleRule.builder().expiration(kept).noncurrentVersionExpiration(kept).build()))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private void evidence(EnvironmentSettings settings, Key key, Bucket accessLogs) {
    var locked = Duration.days(EnvironmentSettings.days(settings.config().retention().evidence()));
    Bucket.Builder.create(this, "Evidence")
        .bucketName(settings.config().bucket())
        .encryption(BucketEncryption.KMS)
        .encryptionKey(key)
        .bucketKeyEnabled(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .enforceSsl(true)
        .minimumTlsVersion(1.2)
        .versioned(true)
        .objectLockEnabled(true)
        .objectLockDefaultRetention(ObjectLockRetention.compliance(locked))
        .serverAccessLogsBucket(accessLogs)
        .serverAccessLogsPrefix("evidence/")
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
