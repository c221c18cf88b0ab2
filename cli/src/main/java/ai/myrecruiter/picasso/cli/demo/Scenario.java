package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;

/**
 * One release of the demonstration.
 *
 * @param title what the new version is like, for people
 * @param stable the version before
 * @param candidate the version that the release becomes
 * @param trouble what it does wrong
 * @param expected how it has to end
 */
record Scenario(
    String title,
    VersionNumber stable,
    VersionNumber candidate,
    Trouble trouble,
    Expected expected) {
  private static final double THIRTY_PERCENT = 0.3;

  /** The three of the demonstration, in their order. */
  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "Version 2 is healthy",
              new VersionNumber(1),
              new VersionNumber(2),
              new Trouble.Healthy(),
              new Expected.Promotion()),
          new Scenario(
              "Version 3 fails 30 % of its requests",
              new VersionNumber(2),
              new VersionNumber(3),
              new Trouble.FailingRequests(THIRTY_PERCENT),
              new Expected.RollbackByJudge()),
          new Scenario(
              "Version 4 answers well, but reaches for other tenants' data",
              new VersionNumber(2),
              new VersionNumber(4),
              new Trouble.CrossTenantAccess(1),
              new Expected.RollbackByAlarm("picasso-staging-cross-tenant-attempts")));
}
