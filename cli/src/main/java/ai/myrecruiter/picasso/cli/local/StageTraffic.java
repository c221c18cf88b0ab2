package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.local.traffic.HttpTraffic;
import java.net.URI;
import java.util.Optional;

/** Traffic of a stage to its payload, wherever and while that is deployed. */
final class StageTraffic implements AutoCloseable {
  /** Conversations that go on at once. */
  private static final int SESSIONS = 8;

  private final LiveStage stage;
  private final Shell shell;
  private final int perSecond;
  private Optional<URI> target = Optional.empty();
  private Optional<HttpTraffic> running = Optional.empty();

  /**
   * Traffic that has not begun.
   *
   * @param perSecond requests a second, 0 for none
   */
  StageTraffic(LiveStage stage, Shell shell, int perSecond) {
    this.stage = stage;
    this.shell = shell;
    this.perSecond = perSecond;
  }

  /** Begins, ends or moves the traffic as the Function URL says. */
  void follow() {
    var now = stage.functionUrl();
    if (perSecond == 0 || now.equals(target)) {
      return;
    }
    close();
    target = now;
    now.ifPresentOrElse(
        url -> {
          var requests = new HttpTraffic(url, shell.clock(), Long.MAX_VALUE, SESSIONS);
          requests.start(perSecond);
          running = Optional.of(requests);
          shell.say("%d requests a second go to %s.".formatted(perSecond, url));
        },
        () -> shell.say("The payload is gone; no requests are sent."));
  }

  @Override
  public void close() {
    running.ifPresent(HttpTraffic::close);
    running = Optional.empty();
  }
}
