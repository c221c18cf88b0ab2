package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whether this is the account and the region, and the time, for a deployment. */
final class PlaceChecks {
  private static final int NOT_FOUND = 404;
  private final Session session;
  private final EnvironmentConfig config;

  PlaceChecks(Session session, EnvironmentConfig config) {
    this.session = session;
    this.config = config;
  }

  List<Finding> place() {
    var place = session.place();
    return EnvironmentPolicy.of(config).place(place.account(), place.region());
  }

  List<Finding> freeze() {
    return config
        .freeze()
        .against(session.now(), "wait until it is over, or change the environment's document")
        .stream()
        .toList();
  }

  /** Every bucket that assets go to exists and is this account's. */
  List<Finding> bucket(List<StackPlan> plans) {
    return plans.stream()
        .filter(StackPlan::changes)
        .flatMap(plan -> plan.stack().assets().stream())
        .map(asset -> session.place().in(asset.bucket()))
        .distinct()
        .flatMap(bucket -> bucket(bucket).stream())
        .toList();
  }

  private List<Finding> bucket(String bucket) {
    try {
      session
          .account()
          .s3()
          .headBucket(head -> head.bucket(bucket).expectedBucketOwner(session.place().account()));
      return List.of();
    } catch (S3Exception refusal) {
      if (refusal.statusCode() != NOT_FOUND) {
        throw refusal;
      }
      return List.of(
          new Finding(
              "bootstrap bucket",
              bucket,
              "must exist",
              "prepare the account once: npx cdk bootstrap aws://%s/%s"
                  .formatted(session.place().account(), session.place().region())));
    }
  }
}
