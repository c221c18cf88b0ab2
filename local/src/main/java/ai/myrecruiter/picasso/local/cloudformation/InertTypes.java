package ai.myrecruiter.picasso.local.cloudformation;

import java.util.List;
import java.util.Optional;

/** The types that the stage leaves without effect, each with the reason why nothing is missed. */
public final class InertTypes {
  private static final String NOBODY_IS_REFUSED =
      "the stage has one user and refuses nobody; infra's tests hold the statements";

  private InertTypes() {}

  /** The list. */
  public static List<InertType> all() {
    return List.of(
        new InertType(
            "AWS::IAM::Role",
            NOBODY_IS_REFUSED,
            "RoleName",
            Optional.of((account, name) -> "arn:aws:iam::" + account.id() + ":role/" + name)),
        new InertType("AWS::IAM::Policy", NOBODY_IS_REFUSED, "PolicyName", Optional.empty()),
        new InertType("AWS::Lambda::Permission", NOBODY_IS_REFUSED, "Id", Optional.empty()),
        new InertType(
            "AWS::Logs::LogGroup",
            "log lines go to the stage's own log, which has no retention",
            "LogGroupName",
            Optional.of((account, name) -> account.arn("logs", "log-group:" + name + ":*"))),
        new InertType(
            "AWS::CDK::Metadata",
            "it tells AWS which constructs were used",
            "Id",
            Optional.empty()));
  }
}
