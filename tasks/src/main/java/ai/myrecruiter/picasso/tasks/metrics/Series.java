package ai.myrecruiter.picasso.tasks.metrics;

import ai.myrecruiter.picasso.workflows.VersionNumber;

/**
 * A metric of one version that the judge reads.
 *
 * @param id unique among the series
 * @param namespace CloudWatch's
 * @param metric its name
 * @param stat the statistic of a minute
 */
record Series(String id, String namespace, String metric, String stat) {
  private static final String LAMBDA = "AWS/Lambda";
  private static final String CHAT = "Picasso/Chat";

  static final Series INVOCATIONS = new Series("invocations", LAMBDA, "Invocations", "Sum");
  static final Series FUNCTION_ERRORS = new Series("function_errors", LAMBDA, "Errors", "Sum");
  static final Series THROTTLES = new Series("throttles", LAMBDA, "Throttles", "Sum");
  static final Series DEAD_LETTERS = new Series("dead_letters", LAMBDA, "DeadLetterErrors", "Sum");
  static final Series REQUESTS = new Series("requests", CHAT, "Requests", "Sum");
  static final Series SERVER_ERRORS = new Series("server_errors", CHAT, "ServerErrors", "Sum");
  static final Series TIMED = new Series("timed", LAMBDA, "Duration", "SampleCount");

  /** How many requests took longer than a threshold: CloudWatch counts without the lower bound. */
  static Series slowerThan(long millis) {
    return new Series("slower_" + millis, LAMBDA, "Duration", "TC(" + millis + ":)");
  }

  /** The id of a query: of a version of the first, second, ... function of a release. */
  String of(int function, VersionNumber version) {
    return function == 0 ? id + "_" + version : id + "_" + version + "_" + function;
  }
}
