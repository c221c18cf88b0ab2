package ai.myrecruiter.picasso.tasks.notification;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Environment;

/**
 * Tells the people who follow releases what happened. Telling them twice does no harm; not telling
 * them stops nothing.
 */
public final class NotifyAudience extends Task<NotifyAudience.Notice, NotifyAudience.Published> {
  private static final int LONGEST_SUBJECT = 100;
  private final Ports ports;

  /** For Lambda. */
  public NotifyAudience() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public NotifyAudience(Ports ports) {
    super(Notice.class);
    this.ports = ports;
  }

  /** What is told: which rollout, and the sentence of its record. */
  public record Notice(Environment environment, String rolloutId, String message) {}

  /** The service's id of the message. */
  public record Published(String messageId) {}

  @Override
  protected Published run(Notice notice) {
    var subject = "Picasso " + notice.environment() + ": rollout " + notice.rolloutId();
    var answer =
        ports
            .sns()
            .publish(request ->
                request
                    .topicArn(ports.variable("PICASSO_TOPIC_ARN"))
                    .subject(subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)))
                    .message(notice.message()));
    return new Published(answer.messageId());
  }
}
